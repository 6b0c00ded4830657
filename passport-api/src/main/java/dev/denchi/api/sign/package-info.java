/**
 * The operators' signing keys: who signs for whom, and where the service stands.
 *
 * <p>No cryptography: that is the model's.
 */
@NullMarked
package dev.denchi.api.sign;

import org.jspecify.annotations.NullMarked;
