/** Tests of this package. */
@NullMarked
package dev.denchi.deploy.local.secrets;

import org.jspecify.annotations.NullMarked;
