/**
 * Posts and public reads of passports, and on the same servers what bounds them.
 *
 * <p>Records are posted one by one here; an upload of many is {@code deploy/bench/bulk}.
 */
@NullMarked
package dev.denchi.deploy.bench.posts;

import org.jspecify.annotations.NullMarked;
