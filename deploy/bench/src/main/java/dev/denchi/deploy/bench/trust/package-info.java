/**
 * Issuing and verifying records on one core, beside the signature alone.
 *
 * <p>It needs no server.
 */
@NullMarked
package dev.denchi.deploy.bench.trust;

import org.jspecify.annotations.NullMarked;
