/**
 * Whether a record's token is to be believed: named checks against keys, anchors, status lists and earlier versions that the caller
 * has, at a time that he names.
 *
 * <p>Not a client: nothing is fetched, and no key or address inside a token is followed.
 */
@NullMarked
package dev.denchi.model.verification;

import org.jspecify.annotations.NullMarked;
