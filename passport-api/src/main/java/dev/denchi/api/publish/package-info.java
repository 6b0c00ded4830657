/**
 * Carries the outbox to Kafka, in order per subject, at least once: to everybody, or to the one operator that an event is for.
 *
 * <p>The only place that knows Kafka; nothing waits for it.
 */
@NullMarked
package dev.denchi.api.publish;

import org.jspecify.annotations.NullMarked;
