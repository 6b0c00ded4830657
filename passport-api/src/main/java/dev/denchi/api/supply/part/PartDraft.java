package dev.denchi.api.supply.part;

import dev.denchi.model.part.Figure;
import dev.denchi.model.part.Part;
import dev.denchi.model.part.TraceId;
import org.jspecify.annotations.Nullable;

/**
 * A part as its operator wants it. What it is decides which part it is: the id of another one is refused only when there is no such part.
 *
 * @param part with the id that it gets when it is new
 * @param named the id that it was said to have, {@code null} when none was said
 * @param amount how much of it the whole needs; of a whole, {@code null}
 */
public record PartDraft(
        Part part, @Nullable TraceId named, @Nullable Figure amount) {

    PartDraft known(TraceId trace) {
        return new PartDraft(
                new Part(trace, part.owner(), part.key(), part.terminated(), part.unit(), part.labels()),
                named,
                amount);
    }
}
