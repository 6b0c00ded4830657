/**
 * Which reader a caller is of a record: by role, by grants in force, by the policy of its day.
 *
 * <p>Lets nobody in; who is calling is known before.
 */
@NullMarked
package dev.denchi.api.access.reader;

import org.jspecify.annotations.NullMarked;
