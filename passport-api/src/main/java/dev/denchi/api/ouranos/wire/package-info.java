/**
 * How the Ouranos API is spoken: who asks for what, bodies and queries as they came, answers and refusals as published.
 *
 * <p>Knows no target of it, and nothing of what it is about.
 */
@NullMarked
package dev.denchi.api.ouranos.wire;

import org.jspecify.annotations.NullMarked;
