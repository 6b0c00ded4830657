/**
 * An application that answers with a constant: the least that an HTTP request costs here.
 *
 * <p>Nothing of the service is in it.
 */
@NullMarked
package dev.denchi.deploy.bench.constant;

import org.jspecify.annotations.NullMarked;
