/**
 * Keys, who published them and for how long, and what they sign: JSON Web Signatures in compact form.
 *
 * <p>Not a judge: whether a signed statement is to be believed is asked in {@code verification}.
 */
@NullMarked
package dev.denchi.model.signature;

import org.jspecify.annotations.NullMarked;
