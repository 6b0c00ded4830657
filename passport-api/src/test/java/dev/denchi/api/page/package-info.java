/** Tests of this package. */
@NullMarked
package dev.denchi.api.page;

import org.jspecify.annotations.NullMarked;
