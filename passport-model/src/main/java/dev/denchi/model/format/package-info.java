/**
 * Reads records from JSON: strictly, against their schemas, and into the domain.
 *
 * <p>Not signatures, and no rule beyond form.
 */
@NullMarked
package dev.denchi.model.format;

import org.jspecify.annotations.NullMarked;
