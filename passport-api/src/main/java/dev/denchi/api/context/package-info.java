/**
 * The Vert.x contexts on which work begins and goes on: its caller's, or one of its own. A session of Hibernate Reactive belongs to a
 * context, so that no hop from one to another is written anywhere else.
 *
 * <p>Not where work leaves the event loop: what may block goes to Quarkus's workers.
 */
@NullMarked
package dev.denchi.api.context;

import org.jspecify.annotations.NullMarked;
