/**
 * Whether a record still stands, as W3C Bitstring Status Lists: one bit a record and purpose, in a list that its issuer signs.
 *
 * <p>No storage and no network: who keeps the bits and serves the lists is the service.
 */
@NullMarked
package dev.denchi.model.status;

import org.jspecify.annotations.NullMarked;
