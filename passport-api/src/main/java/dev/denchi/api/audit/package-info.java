/**
 * The audit log of each operator: reads beyond the public are told in it, its rows are chained and signed, and it is exported.
 *
 * <p>Not where writes are told: they are, in the transaction of what they write, by the store.
 */
@NullMarked
package dev.denchi.api.audit;

import org.jspecify.annotations.NullMarked;
