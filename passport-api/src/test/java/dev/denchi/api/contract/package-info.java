/**
 * The contract as a text of its own: that it can be read, leads somewhere, and names what the service has.
 *
 * <p>Not what the service answers; that is asked over HTTP.
 */
@NullMarked
package dev.denchi.api.contract;

import org.jspecify.annotations.NullMarked;
