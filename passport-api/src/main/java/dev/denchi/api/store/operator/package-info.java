/**
 * Tables {@code operator}, {@code api_key} and {@code foreign_operator}: who takes part, by which keys, with which models on offer.
 *
 * <p>Decides nothing about what a caller may do.
 */
@NullMarked
package dev.denchi.api.store.operator;

import org.jspecify.annotations.NullMarked;
