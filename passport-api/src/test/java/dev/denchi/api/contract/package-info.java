/**
 * The contract as a text of its own: that it can be read, leads somewhere, and names what the service has; and a judge of answers by it.
 *
 * <p>Asks the service nothing; the tests that do hold each answer against it.
 */
@NullMarked
package dev.denchi.api.contract;

import org.jspecify.annotations.NullMarked;
