/**
 * The command that measures posts and reads beside what the same machine can do at most, in one run.
 *
 * <p>Not a load test of an installation: everything it measures it starts itself.
 */
@NullMarked
package dev.denchi.deploy.bench;

import org.jspecify.annotations.NullMarked;
