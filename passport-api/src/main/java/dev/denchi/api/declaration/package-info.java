/**
 * Turns what suppliers answered about a part into the records of a model's passports: filled in as far as the answers go, judged and signed
 * as any other, all of them or none.
 *
 * <p>Not the rules and not the sums, and nothing is filled in that nobody said.
 */
@NullMarked
package dev.denchi.api.declaration;

import org.jspecify.annotations.NullMarked;
