/**
 * What is on offer: the record sets of the service, asked for when needed and never copied.
 * It holds no batteries and mints no tokens.
 */
@NullMarked
package dev.denchi.connector.offer;

import org.jspecify.annotations.NullMarked;
