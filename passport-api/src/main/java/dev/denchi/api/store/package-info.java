/**
 * PostgreSQL: records, their current versions, projections, idempotency keys and the outbox, in one transaction.
 *
 * <p>No rules, no JSON, no Kafka.
 */
@NullMarked
package dev.denchi.api.store;

import org.jspecify.annotations.NullMarked;
