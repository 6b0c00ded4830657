/**
 * What a benchmark is, what it is asked for, and how time is counted.
 *
 * <p>It starts nothing, and knows no benchmark.
 */
@NullMarked
package dev.denchi.deploy.bench.measure;

import org.jspecify.annotations.NullMarked;
