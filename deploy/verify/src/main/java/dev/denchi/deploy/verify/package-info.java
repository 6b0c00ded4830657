/**
 * The command that verifies records in files.
 *
 * <p>No judging: that is the model's. Nothing is fetched.
 */
@NullMarked
package dev.denchi.deploy.verify;

import org.jspecify.annotations.NullMarked;
