/**
 * What operators state of their parts as signed records, and who of their customers reads them.
 *
 * <p>Not the bodies in which it is asked and answered, and not the counts of who answered: those are of ouranos and supply.
 */
@NullMarked
package dev.denchi.api.statement;

import org.jspecify.annotations.NullMarked;
