/**
 * Brings passports in from other data models and out to them, and says what could not travel.
 *
 * <p>Not a judge: drafts and documents are as complete as their source, and no value is made up to fill a gap.
 */
@NullMarked
package dev.denchi.model.exchange;

import org.jspecify.annotations.NullMarked;
