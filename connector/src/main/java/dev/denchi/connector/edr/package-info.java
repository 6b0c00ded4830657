/**
 * Where a consumer reads the address and token of a transfer it started.
 * It stands in for an EDC module that is not published; it renews no tokens.
 */
@NullMarked
package dev.denchi.connector.edr;

import org.jspecify.annotations.NullMarked;
