/**
 * What a statement on lots takes and adds: what was known when it was judged, and the change it makes.
 *
 * <p>Judges nothing; the model does.
 */
@NullMarked
package dev.denchi.api.store.lot;

import org.jspecify.annotations.NullMarked;
