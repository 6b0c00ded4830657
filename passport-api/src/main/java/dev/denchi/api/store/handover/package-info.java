/**
 * What other services kept, taken over: all of a package, or nothing.
 *
 * <p>Believes and judges nothing; that happened before.
 */
@NullMarked
package dev.denchi.api.store.handover;

import org.jspecify.annotations.NullMarked;
