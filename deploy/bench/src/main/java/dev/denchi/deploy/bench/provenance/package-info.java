/**
 * Questions about the lineage of lots in small and in large stores, and how fast lots and transformations are taken.
 *
 * <p>It says nothing of passports.
 */
@NullMarked
package dev.denchi.deploy.bench.provenance;

import org.jspecify.annotations.NullMarked;
