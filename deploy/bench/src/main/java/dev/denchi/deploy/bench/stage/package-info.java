/**
 * What a run stands up and tears down: the service, its database as psql and pgbench see it, load, a folder.
 *
 * <p>No figure is judged here.
 */
@NullMarked
package dev.denchi.deploy.bench.stage;

import org.jspecify.annotations.NullMarked;
