/**
 * What lots come from and where they went, as a graph: for programs, as a picture, and as events of EPCIS 2.0.
 *
 * <p>Everything in a graph is shown: who may not see a name leaves it out before. Nothing is judged here.
 */
@NullMarked
package dev.denchi.model.lineage;

import org.jspecify.annotations.NullMarked;
