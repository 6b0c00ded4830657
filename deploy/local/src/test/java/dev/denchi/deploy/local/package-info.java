/** Tests of this package. */
@NullMarked
package dev.denchi.deploy.local;

import org.jspecify.annotations.NullMarked;
