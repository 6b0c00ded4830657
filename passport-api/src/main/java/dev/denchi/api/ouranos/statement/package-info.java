/**
 * Battery passports, due diligence and recycled content of parts, over the Ouranos API.
 *
 * <p>Signs nothing itself.
 */
@NullMarked
package dev.denchi.api.ouranos.statement;

import org.jspecify.annotations.NullMarked;
