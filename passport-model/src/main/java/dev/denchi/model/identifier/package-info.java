/**
 * The identifiers of operators, models, plants, batteries, passports and records, each refused when malformed.
 *
 * <p>Not a registry: nothing here knows whether the thing exists.
 */
@NullMarked
package dev.denchi.model.identifier;

import org.jspecify.annotations.NullMarked;
