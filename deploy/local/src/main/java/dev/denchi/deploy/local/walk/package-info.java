/**
 * The main job, step by step, as a user would do it from outside; every step asserts what it says.
 *
 * <p>Not a test suite: what must hold in every corner is tested in the modules.
 */
@NullMarked
package dev.denchi.deploy.local.walk;

import org.jspecify.annotations.NullMarked;
