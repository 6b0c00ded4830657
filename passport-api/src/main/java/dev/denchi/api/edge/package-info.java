/**
 * How the service meets the network when nothing stands in front of it: what EN 18216 asks of the connection, how long a body may be.
 *
 * <p>Serves no endpoint. Certificates and TLS versions are Quarkus settings (docs/deployment.md).
 */
@NullMarked
package dev.denchi.api.edge;

import org.jspecify.annotations.NullMarked;
