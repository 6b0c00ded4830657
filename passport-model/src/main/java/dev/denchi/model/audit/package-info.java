/**
 * The audit log of an operator: rows chained by hash, checkpoints that are signed, and whether a copy of it is whole.
 *
 * <p>No storage, and no opinion on what an entry says: rows are kept, chained and exported by the service.
 */
@NullMarked
package dev.denchi.model.audit;

import org.jspecify.annotations.NullMarked;
