/**
 * Certificates of footprints in PostgreSQL: their files, uploaded, held against their names, kept in pieces, and let to single customers.
 *
 * <p>Not the supply chain itself, and nobody's certificate is counted with.
 */
@NullMarked
package dev.denchi.api.certificate;

import org.jspecify.annotations.NullMarked;
