/**
 * Bodies of the Ouranos API as they are sent, judged as published: the same rules, messages and order of messages.
 *
 * <p>Not JSON, not HTTP, and nothing that depends on what is stored.
 */
@NullMarked
package dev.denchi.model.ouranos;

import org.jspecify.annotations.NullMarked;
