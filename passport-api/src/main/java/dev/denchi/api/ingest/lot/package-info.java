/**
 * Judges what a record says of material lots against what they are known to hold, first statements and corrections.
 *
 * <p>Changes no lot.
 */
@NullMarked
package dev.denchi.api.ingest.lot;

import org.jspecify.annotations.NullMarked;
