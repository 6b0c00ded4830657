/**
 * Whole exchanges between connectors that run as processes of their own, on a real PostgreSQL.
 * The passport service alone is stood in for, at its HTTP boundary.
 */
@NullMarked
package dev.denchi.connector.journey;

import org.jspecify.annotations.NullMarked;
