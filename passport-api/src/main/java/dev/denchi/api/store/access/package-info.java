/**
 * Who may see what: grants to single partners, the access policies of every day, transfers that were stopped.
 *
 * <p>Cuts nothing; it tells what was agreed.
 */
@NullMarked
package dev.denchi.api.store.access;

import org.jspecify.annotations.NullMarked;
