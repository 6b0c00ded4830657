/**
 * The documents that records point at: kept for their operators, and given to whoever sees an attribute that points at them.
 *
 * <p>Not the records, and no say in who sees them: a document is shown where its record shows it.
 */
@NullMarked
package dev.denchi.api.document;

import org.jspecify.annotations.NullMarked;
