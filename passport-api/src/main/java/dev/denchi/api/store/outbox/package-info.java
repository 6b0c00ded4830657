/**
 * Table {@code outbox}: events that are kept with what they tell of, until they are published.
 *
 * <p>No Kafka.
 */
@NullMarked
package dev.denchi.api.store.outbox;

import org.jspecify.annotations.NullMarked;
