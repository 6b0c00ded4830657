/**
 * Where private keys are kept, what signs with them there, and what a certification authority is asked for them.
 *
 * <p>No network: a key service elsewhere is behind the same port, in whoever speaks its protocol.
 */
@NullMarked
package dev.denchi.model.custody;

import org.jspecify.annotations.NullMarked;
