/**
 * Patience with HTTP 409 between connectors, so that two that are merely busy do not give each other up.
 * It does not repeat what was refused for any other reason.
 */
@NullMarked
package dev.denchi.connector.conflict;

import org.jspecify.annotations.NullMarked;
