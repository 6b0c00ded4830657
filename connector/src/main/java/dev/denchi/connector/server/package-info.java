/**
 * How this runtime stands on its machine: settings, addresses, database schema.
 * It knows nothing of offers, participants or transfers.
 */
@NullMarked
package dev.denchi.connector.server;

import org.jspecify.annotations.NullMarked;
