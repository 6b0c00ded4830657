/**
 * The points of Annex XIII and who may see them (Article 77(2)).
 *
 * <p>Not authentication: who the reader is was settled before.
 */
@NullMarked
package dev.denchi.model.access;

import org.jspecify.annotations.NullMarked;
