/**
 * Tables {@code audit_pending} and {@code audit_log}: who did what, told in the transaction that does it.
 *
 * <p>Signs no checkpoint, and knows no record: what is told of one stands where it is kept.
 */
@NullMarked
package dev.denchi.api.store.audit;

import org.jspecify.annotations.NullMarked;
