/**
 * The evidence package of one passport: everything that was signed about it in one archive, and whether it is to be believed,
 * years later and without any service.
 *
 * <p>No trust of its own: whose keys are believed is given, as for single tokens; those in the package are evidence, not authority.
 */
@NullMarked
package dev.denchi.model.evidence;

import org.jspecify.annotations.NullMarked;
