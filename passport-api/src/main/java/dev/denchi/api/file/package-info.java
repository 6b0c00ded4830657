/**
 * The bytes of operators' files in PostgreSQL: held against the type that they say, kept in pieces, and given out piece by piece.
 *
 * <p>Not what the files are for, nor who may have them.
 */
@NullMarked
package dev.denchi.api.file;

import org.jspecify.annotations.NullMarked;
