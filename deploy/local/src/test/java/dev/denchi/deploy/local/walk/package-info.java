/** Tests of this package. */
@NullMarked
package dev.denchi.deploy.local.walk;

import org.jspecify.annotations.NullMarked;
