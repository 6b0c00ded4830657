/**
 * The rules of the records of a battery passport: each with its name and its source, all of them asked.
 *
 * <p>Not mass balance, and nothing that needs more than the records beside.
 */
@NullMarked
package dev.denchi.model.passport.rule;

import org.jspecify.annotations.NullMarked;
