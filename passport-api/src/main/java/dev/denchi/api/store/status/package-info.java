/**
 * Status lists: their places, the bits that are set, the lists that were signed.
 *
 * <p>Signs no list.
 */
@NullMarked
package dev.denchi.api.store.status;

import org.jspecify.annotations.NullMarked;
