/** The Dataspace Protocol's own test suite against this connector. Its identity and its assets are the suite's, not ours. */
@NullMarked
package dev.denchi.connector.tck;

import org.jspecify.annotations.NullMarked;
