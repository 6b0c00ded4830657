/**
 * Many records in one upload: read line by line, each line issued as if it had come alone, and what became of it told.
 *
 * <p>Not another way of judging or keeping a record, and never a whole upload in memory.
 */
@NullMarked
package dev.denchi.api.bulk;

import org.jspecify.annotations.NullMarked;
