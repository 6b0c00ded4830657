/**
 * The Transit engine of HashiCorp Vault as custody: keys are made there, and never leave it.
 *
 * <p>Nothing else of Vault: no secrets are read from it.
 */
@NullMarked
package dev.denchi.api.vault;

import org.jspecify.annotations.NullMarked;
