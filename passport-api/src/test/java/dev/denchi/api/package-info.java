/**
 * The service, tested whole: over HTTP, on a real PostgreSQL and a real Kafka.
 *
 * <p>Not the model, which has its own tests.
 */
@NullMarked
package dev.denchi.api;

import org.jspecify.annotations.NullMarked;
