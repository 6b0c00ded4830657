/**
 * Certificates of footprints: what their files may be called, and how much of them there may be.
 *
 * <p>Not the files themselves, and no reading of them.
 */
@NullMarked
package dev.denchi.model.certificate;

import org.jspecify.annotations.NullMarked;
