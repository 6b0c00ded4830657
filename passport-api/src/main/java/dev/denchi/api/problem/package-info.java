/**
 * What a caller is told when his request is refused (RFC 9457, and EN 18222's Result in its own interface).
 *
 * <p>Not logging, and no status code is decided anywhere else.
 */
@NullMarked
package dev.denchi.api.problem;

import org.jspecify.annotations.NullMarked;
