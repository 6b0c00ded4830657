/**
 * Sign-in of the Ouranos API, and the participants that an operator of the service knows.
 *
 * <p>Judges no password; that is where the accounts are.
 */
@NullMarked
package dev.denchi.api.ouranos.account;

import org.jspecify.annotations.NullMarked;
