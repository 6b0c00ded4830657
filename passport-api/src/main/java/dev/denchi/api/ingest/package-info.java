/**
 * Takes a record in: read, judged, signed, kept.
 *
 * <p>Not a word of SQL, and no reading back.
 */
@NullMarked
package dev.denchi.api.ingest;

import org.jspecify.annotations.NullMarked;
