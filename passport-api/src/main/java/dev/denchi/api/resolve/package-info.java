/**
 * The did:web documents of issuers elsewhere, fetched as from anybody: only over https, only from public addresses, little and not for long.
 *
 * <p>No judging: what a document says is believed by whoever asked for it.
 */
@NullMarked
package dev.denchi.api.resolve;

import org.jspecify.annotations.NullMarked;
