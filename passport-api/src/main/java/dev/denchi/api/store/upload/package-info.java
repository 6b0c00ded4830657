/**
 * What came in as it came: uploads of many records line by line, foreign documents byte for byte.
 *
 * <p>Issues no record.
 */
@NullMarked
package dev.denchi.api.store.upload;

import org.jspecify.annotations.NullMarked;
