/**
 * The records of a battery passport, as far as rules speak of them.
 *
 * <p>Not their JSON, not who may read them, and no judgement.
 */
@NullMarked
package dev.denchi.model.passport;

import org.jspecify.annotations.NullMarked;
