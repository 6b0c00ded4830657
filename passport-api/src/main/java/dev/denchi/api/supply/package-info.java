/**
 * The supply chain in PostgreSQL: traders, parts, structures, requests, footprints and answers, and the transaction that counts again.
 *
 * <p>No rules, no JSON; signed records are in store.
 */
@NullMarked
package dev.denchi.api.supply;

import org.jspecify.annotations.NullMarked;
