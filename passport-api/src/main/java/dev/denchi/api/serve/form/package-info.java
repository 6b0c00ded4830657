/**
 * A passport in the forms of EN 18223: compressed, as data elements, as a presentation, and paths into it.
 *
 * <p>Finds no record, and chooses no reader: both are given.
 */
@NullMarked
package dev.denchi.api.serve.form;

import org.jspecify.annotations.NullMarked;
