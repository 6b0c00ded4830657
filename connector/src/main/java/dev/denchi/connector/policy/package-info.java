/**
 * Who may have which Annex XIII access point, enforced at catalogue, negotiation and transfer.
 * It does not authenticate anybody; the roles come from package identity.
 */
@NullMarked
package dev.denchi.connector.policy;

import org.jspecify.annotations.NullMarked;
