/**
 * Ends a service when the launcher that started it is gone, even by kill -9.
 *
 * <p>Not part of the service: it is handed to its JVM as an agent.
 */
@NullMarked
package dev.denchi.deploy.local.tether;

import org.jspecify.annotations.NullMarked;
