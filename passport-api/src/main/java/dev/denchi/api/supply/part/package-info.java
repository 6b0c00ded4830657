/**
 * Writes, finds and deletes an operator's own parts and structures.
 *
 * <p>Shows no part of another operator.
 */
@NullMarked
package dev.denchi.api.supply.part;

import org.jspecify.annotations.NullMarked;
