/**
 * What is stated of lots, read: chains of lots and what made them, claims on them, who traded with whom.
 *
 * <p>Changes nothing, and masks nobody.
 */
@NullMarked
package dev.denchi.api.store.lineage;

import org.jspecify.annotations.NullMarked;
