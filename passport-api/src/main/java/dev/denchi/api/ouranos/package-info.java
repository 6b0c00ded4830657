/**
 * The Ouranos API as published, over what supply keeps: addresses, bodies, codes and messages that applications of Japanese
 * suppliers already know.
 *
 * <p>Not the signed records of passports, and no rule of its own.
 */
@NullMarked
package dev.denchi.api.ouranos;

import org.jspecify.annotations.NullMarked;
