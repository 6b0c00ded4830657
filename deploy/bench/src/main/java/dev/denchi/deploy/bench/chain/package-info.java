/**
 * How long a new footprint of a leaf takes until every total above it is another.
 *
 * <p>Not how long it takes to build a tree.
 */
@NullMarked
package dev.denchi.deploy.bench.chain;

import org.jspecify.annotations.NullMarked;
