/**
 * Who speaks: a signed statement with every message, checked against the list of known participants.
 * It does not decide what a participant may see; that is package policy.
 */
@NullMarked
package dev.denchi.connector.identity;

import org.jspecify.annotations.NullMarked;
