/**
 * What a passport, saved or drafted, has and lacks for a category of battery on a day.
 *
 * <p>No judging: that is the model's. No reader learns here what a passport he may not read in full says.
 */
@NullMarked
package dev.denchi.api.datapoints;

import org.jspecify.annotations.NullMarked;
