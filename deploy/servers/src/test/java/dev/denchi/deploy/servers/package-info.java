/** Tests against the real servers. */
@NullMarked
package dev.denchi.deploy.servers;

import org.jspecify.annotations.NullMarked;
