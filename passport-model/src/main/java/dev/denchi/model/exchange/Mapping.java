package dev.denchi.model.exchange;

import dev.denchi.model.exchange.conversion.Converter;
import org.jspecify.annotations.Nullable;

/**
 * A line of a mapping table.
 *
 * @param theirs pointer in their documents; a star is any element of an array
 * @param required whether their schema asks for it
 * @param part our kind of record, {@code passport}, or {@code null} when we have no place for it
 * @param ours pointer in it, with as many stars
 * @param reason why there is no place; or the constant, when {@code part} is {@code =}
 */
record Mapping(
        String theirs, boolean required, @Nullable String part, String ours, Converter converter, String reason) {

    boolean isMapped() {
        return part != null && !isConstant();
    }

    boolean isConstant() {
        return "=".equals(part);
    }
}
