/**
 * The command that starts everything on one machine and walks one passport through it.
 *
 * <p>Not a way to run the service for others: see the compose and Kubernetes folders for that.
 */
@NullMarked
package dev.denchi.deploy.local;

import org.jspecify.annotations.NullMarked;
