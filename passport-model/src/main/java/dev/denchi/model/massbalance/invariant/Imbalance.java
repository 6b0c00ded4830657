package dev.denchi.model.massbalance.invariant;

import dev.denchi.model.identifier.LotId;
import dev.denchi.model.lot.Element;
import org.jspecify.annotations.Nullable;

/**
 * One invariant that a statement would break.
 *
 * @param pointer JSON Pointer of the place in the statement's record
 * @param lot the lot that it is about; {@code null} when it is about all of them
 * @param element {@code null} when it is about the whole material
 * @param found the amount, share or day that was found, with its unit
 * @param allowed what was allowed at most
 * @param message the whole of it for people, with the source
 */
public record Imbalance(
        Invariant invariant,
        String pointer,
        @Nullable LotId lot,
        @Nullable Element element,
        String found,
        String allowed,
        String message) {}
