/**
 * Takes passports in from other data models and gives them out in these, with what could not travel.
 *
 * <p>No mapping: that is the model's. No reader sees more here than in the passport itself.
 */
@NullMarked
package dev.denchi.api.exchange;

import org.jspecify.annotations.NullMarked;
