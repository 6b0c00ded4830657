/**
 * A passport as a web page, for people with a phone and no account, in their language.
 *
 * <p>Decides nothing about who may see what: it shows all of the view it is given, and nothing else.
 */
@NullMarked
package dev.denchi.api.page;

import org.jspecify.annotations.NullMarked;
