/**
 * How PostgreSQL is spoken to: in a session that declares its operators, many in one statement, one replica at a time.
 *
 * <p>Knows no table; what is written stands in the other rooms.
 */
@NullMarked
package dev.denchi.api.store.session;

import org.jspecify.annotations.NullMarked;
