/**
 * What one company asks another about a part, and how far the answer is.
 *
 * <p>Not the answer itself, and not how a request travels.
 */
@NullMarked
package dev.denchi.model.trade;

import org.jspecify.annotations.NullMarked;
