/**
 * The records of a battery passport, as far as rules speak of them, and the rules.
 *
 * <p>Not their JSON, and not who may read them.
 */
@NullMarked
package dev.denchi.model.passport;

import org.jspecify.annotations.NullMarked;
