/**
 * Uploads on their way in: the body as it arrives, counted, hashed, and on disk until somebody has kept it.
 *
 * <p>Not what an upload is about, and nothing of it stays here.
 */
@NullMarked
package dev.denchi.api.upload;

import org.jspecify.annotations.NullMarked;
