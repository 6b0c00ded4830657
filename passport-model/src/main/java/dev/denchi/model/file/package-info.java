/**
 * Files that are kept for operators: of which types they are, and how large they may be.
 *
 * <p>Not the bytes, and not what they are kept for.
 */
@NullMarked
package dev.denchi.model.file;

import org.jspecify.annotations.NullMarked;
