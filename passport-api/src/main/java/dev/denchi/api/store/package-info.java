/**
 * PostgreSQL: records, their current versions, projections, the lineage of lots, idempotency keys and the outbox, in one
 * transaction.
 *
 * <p>No rules, no JSON but that in which PostgreSQL takes many rows at once, no Kafka.
 */
@NullMarked
package dev.denchi.api.store;

import org.jspecify.annotations.NullMarked;
