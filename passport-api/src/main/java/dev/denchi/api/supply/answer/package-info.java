/**
 * What operators state of their parts and let customers know, footprints and all else, and what they are told.
 *
 * <p>Asks nobody.
 */
@NullMarked
package dev.denchi.api.supply.answer;

import org.jspecify.annotations.NullMarked;
