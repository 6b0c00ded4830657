package dev.denchi.api.provenance;

import dev.denchi.api.store.lineage.Chain;
import dev.denchi.api.store.lineage.StatedLot;
import dev.denchi.api.store.lineage.StatedStep;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.lot.Element;
import dev.denchi.model.lot.ElementMass;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.quantity.Mass;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much of each element of what was consumed came through each lot behind it. What a transformation yields comes from its inputs in
 * proportion to the element that each brought; losses are nobody's. Told, not judged by: divisions are rounded at the 34th digit, which a
 * chain of any length keeps far below a milligram.
 */
final class Contributions {
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private final Chain chain;
    private final Map<RecordId, Map<Element, BigDecimal>> through = new HashMap<>();

    private Contributions(Chain chain) {
        this.chain = chain;
    }

    /** @param consumed how much of which lots */
    static Contributions to(Map<RecordId, Mass> consumed, Chain chain) {
        Contributions contributions = new Contributions(chain);
        consumed.forEach(contributions::consume);
        contributions.newestFirst().forEach(contributions::passOn);
        return contributions;
    }

    /** In milligrams of the element; nothing for a lot through which none came. */
    Map<Element, BigDecimal> through(RecordId lot) {
        return through.getOrDefault(lot, Map.of());
    }

    private void consume(RecordId id, Mass mass) {
        StatedLot lot = chain.lots().get(id);
        if (lot == null) {
            return;
        }
        for (ElementMass held : lot.lot().elements()) {
            add(id, held.element(), part(held, mass, lot.lot()));
        }
    }

    /** Each lot after all that were made of it, so that what comes through it is known before it is passed on. */
    private List<StatedLot> newestFirst() {
        List<StatedLot> order = new ArrayList<>();
        Set<RecordId> done = new HashSet<>();
        chain.lots().keySet().forEach(lot -> visit(lot, done, order));
        Collections.reverse(order);
        return order;
    }

    /** Depth first without recursion: a chain may be longer than a stack is deep. */
    private void visit(RecordId from, Set<RecordId> done, List<StatedLot> order) {
        Deque<RecordId> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            RecordId id = open.peek();
            List<RecordId> behind = done.contains(id) ? List.of() : undone(id, done);
            if (behind.isEmpty()) {
                open.pop();
                StatedLot lot = chain.lots().get(id);
                if (done.add(id) && lot != null) {
                    order.add(lot);
                }
            } else {
                behind.forEach(open::push);
            }
        }
    }

    private List<RecordId> undone(RecordId lot, Set<RecordId> done) {
        StatedStep maker = maker(lot);
        return maker == null
                ? List.of()
                : maker.inputs().keySet().stream()
                        .filter(input -> !done.contains(input))
                        .toList();
    }

    private @Nullable StatedStep maker(RecordId lot) {
        StatedLot stated = chain.lots().get(lot);
        return stated == null || stated.madeIn() == null ? null : chain.steps().get(stated.madeIn());
    }

    private void passOn(StatedLot lot) {
        StatedStep maker = maker(lot.id());
        if (maker != null) {
            through(lot.id()).forEach((element, mass) -> passOn(maker, element, mass));
        }
    }

    private void passOn(StatedStep maker, Element element, BigDecimal mass) {
        Map<RecordId, BigDecimal> brought = new LinkedHashMap<>();
        maker.inputs().forEach((input, drawn) -> brought.put(input, brought(input, drawn, element)));
        BigDecimal all = brought.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() > 0) {
            brought.forEach((input, part) ->
                    add(input, element, mass.multiply(part, DIGITS).divide(all, DIGITS)));
        }
    }

    private BigDecimal brought(RecordId input, Mass drawn, Element element) {
        StatedLot stated = chain.lots().get(input);
        if (stated == null) {
            return BigDecimal.ZERO;
        }
        MaterialLot lot = stated.lot();
        return lot.element(element).map(held -> part(held, drawn, lot)).orElse(BigDecimal.ZERO);
    }

    /** How much of the element is in so much of the lot, in milligrams. */
    private static BigDecimal part(ElementMass held, Mass drawn, MaterialLot lot) {
        return BigDecimal.valueOf(held.total().milligrams())
                .multiply(BigDecimal.valueOf(drawn.milligrams()))
                .divide(BigDecimal.valueOf(lot.mass().milligrams()), DIGITS);
    }

    private void add(RecordId lot, Element element, BigDecimal mass) {
        if (mass.signum() > 0) {
            Objects.requireNonNull(through.computeIfAbsent(lot, none -> new EnumMap<>(Element.class)))
                    .merge(element, mass, BigDecimal::add);
        }
    }
}
