package dev.denchi.model.part;

/**
 * A part in another part of the same operator.
 *
 * @param amount how much of it one unit of the whole needs, in the part's unit
 */
public record Component(Part part, Figure amount) {}
