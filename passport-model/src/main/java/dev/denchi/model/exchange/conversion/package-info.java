/**
 * Single values between another data model and ours, by named converters, in trees of JSON.
 *
 * <p>Knows no table of fields: which value goes where is asked of it.
 */
@NullMarked
package dev.denchi.model.exchange.conversion;

import org.jspecify.annotations.NullMarked;
