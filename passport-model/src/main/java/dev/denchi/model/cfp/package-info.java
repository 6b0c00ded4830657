/**
 * Carbon footprints of parts: what their makers state, what it adds up to over a supply chain, and what of it a customer is told.
 *
 * <p>Not the footprint of a battery as in Article 7 of Regulation (EU) 2023/1542: that is a record of package passport.
 */
@NullMarked
package dev.denchi.model.cfp;

import org.jspecify.annotations.NullMarked;
