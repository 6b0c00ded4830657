/**
 * Answers where recycled metal came from and where it went, with the names masked of all who are more than one trade step from the asker.
 *
 * <p>Takes nothing in: lots come as records like any other. Not a word of SQL.
 */
@NullMarked
package dev.denchi.api.provenance;

import org.jspecify.annotations.NullMarked;
