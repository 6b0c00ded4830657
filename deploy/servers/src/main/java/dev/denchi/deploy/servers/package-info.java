/**
 * Real servers without an installation: PostgreSQL and Kafka from Maven artifacts, their data kept in a folder.
 *
 * <p>Not for production: one node each, on loopback only, with a superuser for everything.
 */
@NullMarked
package dev.denchi.deploy.servers;

import org.jspecify.annotations.NullMarked;
