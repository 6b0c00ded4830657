/**
 * What an economic operator settles about itself: its API keys and what it grants to partners.
 *
 * <p>Not who is calling, and not how an answer is cut to its reader.
 */
@NullMarked
package dev.denchi.api.tenant;

import org.jspecify.annotations.NullMarked;
