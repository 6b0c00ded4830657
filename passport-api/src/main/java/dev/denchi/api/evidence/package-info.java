/**
 * Evidence packages: all that was signed about a passport in one archive for who may have it, and its taking over by another service.
 *
 * <p>No judging: whether a package holds is the model's.
 */
@NullMarked
package dev.denchi.api.evidence;

import org.jspecify.annotations.NullMarked;
