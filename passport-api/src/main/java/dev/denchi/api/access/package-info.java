/**
 * Who is calling, for which operator, and what that role may do.
 *
 * <p>Not which attributes a reader sees: that is the access policy of the model.
 */
@NullMarked
package dev.denchi.api.access;

import org.jspecify.annotations.NullMarked;
