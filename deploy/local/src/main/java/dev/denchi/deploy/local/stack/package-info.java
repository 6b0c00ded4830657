/**
 * The processes of the local stack: their settings, their start, their readiness, their end.
 *
 * <p>It knows nothing of what they are used for.
 */
@NullMarked
package dev.denchi.deploy.local.stack;

import org.jspecify.annotations.NullMarked;
