/**
 * Kinds of parts and what they are made of, in the exact numbers and units of the Ouranos API.
 *
 * <p>Not single items or lots, and not who asks whom about them.
 */
@NullMarked
package dev.denchi.model.part;

import org.jspecify.annotations.NullMarked;
