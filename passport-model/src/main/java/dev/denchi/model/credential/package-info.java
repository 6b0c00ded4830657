/**
 * Records as tokens: signed as W3C Verifiable Credentials secured with SD-JWT, read, and cut for a reader.
 *
 * <p>Not a judge: a token that was read may be anybody's; {@code verification} tells whose it is.
 */
@NullMarked
package dev.denchi.model.credential;

import org.jspecify.annotations.NullMarked;
