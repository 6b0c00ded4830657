/** Tests of this package. */
@NullMarked
package dev.denchi.deploy.local.stack;

import org.jspecify.annotations.NullMarked;
