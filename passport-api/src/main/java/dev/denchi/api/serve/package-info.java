/**
 * Serves records and passports, each cut to its reader, to people, EN 18222 clients and the dataspace.
 *
 * <p>Changes nothing.
 */
@NullMarked
package dev.denchi.api.serve;

import org.jspecify.annotations.NullMarked;
