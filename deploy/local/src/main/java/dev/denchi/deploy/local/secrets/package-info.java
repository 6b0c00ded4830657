/**
 * Keys and passwords of the local stack, made once and kept where only their owner can read them.
 *
 * <p>Not for production, where keys come from a vault.
 */
@NullMarked
package dev.denchi.deploy.local.secrets;

import org.jspecify.annotations.NullMarked;
