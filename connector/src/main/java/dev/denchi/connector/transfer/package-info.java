/**
 * Pull tokens: minted when a transfer starts, made worthless when it stops, ended when they are old.
 * It moves no data; the service serves the bytes itself.
 */
@NullMarked
package dev.denchi.connector.transfer;

import org.jspecify.annotations.NullMarked;
