/**
 * The command that measures what the service is asked to hold, beside what the same machine can do at most, in one run.
 *
 * <p>Not a load test of an installation: everything it measures it starts itself.
 */
@NullMarked
package dev.denchi.deploy.bench;

import org.jspecify.annotations.NullMarked;
