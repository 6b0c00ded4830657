/**
 * The integrity command: holds every row of a service's database against what was signed, and against what the audit logs tell.
 *
 * <p>No repairing, and no writing: it reads one moment of the database, and says what does not fit.
 */
@NullMarked
package dev.denchi.deploy.integrity;

import org.jspecify.annotations.NullMarked;
