/**
 * Certificates of footprints and their files, over the Ouranos API.
 *
 * <p>Keeps no file.
 */
@NullMarked
package dev.denchi.api.ouranos.certificate;

import org.jspecify.annotations.NullMarked;
