/**
 * People who sign in with a password at the OpenID Connect provider.
 *
 * <p>Keeps no password, and lets nobody in: that is the token's to do.
 */
@NullMarked
package dev.denchi.api.access.account;

import org.jspecify.annotations.NullMarked;
