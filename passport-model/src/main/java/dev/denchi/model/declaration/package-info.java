/**
 * What suppliers answered about a part, in the terms of a battery passport: Annex II's stages and functional unit, Article 8's shares.
 *
 * <p>Not the records themselves, and nothing that the answers do not say: what they leave open stays open.
 */
@NullMarked
package dev.denchi.model.declaration;

import org.jspecify.annotations.NullMarked;
