/**
 * The process: starts the dataspace runtime, or says why it does not.
 * It holds nothing else; every station has its own package.
 */
@NullMarked
package dev.denchi.connector;

import org.jspecify.annotations.NullMarked;
