/**
 * Takes in records that belong together, a whole passport or a set of drafts: each judged beside the others, all kept or none.
 *
 * <p>Judges none by itself; that is ingest.
 */
@NullMarked
package dev.denchi.api.ingest.together;

import org.jspecify.annotations.NullMarked;
