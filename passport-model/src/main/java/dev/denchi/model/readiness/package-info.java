/**
 * What a passport has and lacks for one category of battery on one day: the Commission's data points and the minima of Article 8.
 *
 * <p>Not whether what it says is right: that is judged by the schemas and the rules.
 */
@NullMarked
package dev.denchi.model.readiness;

import org.jspecify.annotations.NullMarked;
