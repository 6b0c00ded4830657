/**
 * Tells one of the two of a request what the other did, in the transaction that did it, and lists what was told.
 *
 * <p>Sends nothing; the outbox is published elsewhere.
 */
@NullMarked
package dev.denchi.api.supply.notification;

import org.jspecify.annotations.NullMarked;
