package dev.denchi.model.massbalance;

import dev.denchi.model.lot.Draw;
import dev.denchi.model.lot.Element;
import dev.denchi.model.lot.ElementMass;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.Origin;
import dev.denchi.model.lot.Party;
import dev.denchi.model.lot.Transformation;
import dev.denchi.model.quantity.Fraction;
import dev.denchi.model.quantity.Mass;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What goes into a transformation and comes out of it, by element and origin. Any part of a lot has the lot's composition. */
public final class Flows {
    private static final Fraction PER_CENT = Fraction.of(new BigDecimal("0.01"));

    private final Transformation transformation;
    private final List<Portion> inputs;
    private final List<MaterialLot> outputs;

    /** A part of a lot. */
    private record Portion(MaterialLot lot, Fraction part) {}

    private Flows(Transformation transformation, List<Portion> inputs, List<MaterialLot> outputs) {
        this.transformation = transformation;
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /** Lots that the ledger does not know are left out. */
    public static Flows of(Transformation transformation, LotLedger ledger) {
        List<Portion> inputs = new ArrayList<>();
        for (Draw draw : transformation.inputs()) {
            ledger.lot(draw.lot()).ifPresent(lot -> inputs.add(new Portion(lot, part(draw.mass(), lot))));
        }
        List<MaterialLot> outputs = transformation.outputs().stream()
                .map(ledger::lot)
                .flatMap(Optional::stream)
                .toList();
        return new Flows(transformation, inputs, outputs);
    }

    /** How much of a lot is drawn, as a fraction of it. */
    static Fraction part(Mass drawn, MaterialLot lot) {
        return lot.mass().isZero()
                ? Fraction.ZERO
                : drawn.asFraction().dividedBy(lot.mass().asFraction());
    }

    public List<MaterialLot> outputs() {
        return outputs;
    }

    public Set<Element> elements() {
        Set<Element> elements = EnumSet.noneOf(Element.class);
        inputs.forEach(input -> input.lot().elements().forEach(held -> elements.add(held.element())));
        outputs.forEach(output -> output.elements().forEach(held -> elements.add(held.element())));
        transformation.losses().forEach(loss -> elements.addAll(loss.elements().keySet()));
        return elements;
    }

    /** In milligrams. */
    public Fraction in(Element element) {
        return inputs.stream()
                .map(input -> total(input.lot(), element).asFraction().times(input.part()))
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    public Fraction in(Element element, Origin origin) {
        return inputs.stream()
                .map(input -> of(input.lot(), element, origin).asFraction().times(input.part()))
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    public Mass out(Element element) {
        return outputs.stream().map(output -> total(output, element)).reduce(Mass.ZERO, Mass::plus);
    }

    public Mass out(Element element, Origin origin) {
        return outputs.stream().map(output -> of(output, element, origin)).reduce(Mass.ZERO, Mass::plus);
    }

    /** The square of the combined uncertainty (k = 2) of what the laboratories found, in square milligrams. */
    public Fraction squaredUncertainty(Element element) {
        Fraction squares = Fraction.ZERO;
        for (Portion input : inputs) {
            Fraction one = uncertainty(input.lot(), element).times(input.part());
            squares = squares.plus(one.times(one));
        }
        for (MaterialLot output : outputs) {
            Fraction one = uncertainty(output, element);
            squares = squares.plus(one.times(one));
        }
        return squares;
    }

    /** Under a custody model that allocates: what each account of the site gets, and what the outputs take of it. */
    public List<AllocationLedger.Entry> allocations() {
        if (transformation.custody().keepsShares()) {
            return List.of();
        }
        List<AllocationLedger.Entry> entries = new ArrayList<>();
        for (Element element : elements()) {
            for (Origin origin : List.of(Origin.PRE_CONSUMER, Origin.POST_CONSUMER)) {
                entries.add(new AllocationLedger.Entry(
                        new AllocationLedger.Account(
                                new Party(transformation.operator(), transformation.facility()), element, origin),
                        BalancingPeriod.of(transformation.to()),
                        in(element, origin).times(conversion(element)).wholeMilligrams(),
                        out(element, origin)));
            }
        }
        return entries;
    }

    /** How much of the element that went in is in the outputs; never more than all of it. */
    private Fraction conversion(Element element) {
        Fraction in = in(element);
        if (in.isZero()) {
            return Fraction.ZERO;
        }
        Fraction yield = out(element).asFraction().dividedBy(in);
        return yield.isMoreThan(Fraction.ONE) ? Fraction.ONE : yield;
    }

    public static Fraction uncertainty(MaterialLot lot, Element element) {
        return lot.assay(element)
                .map(assay -> Fraction.of(assay.uncertainty().value())
                        .times(PER_CENT)
                        .times(lot.mass().asFraction()))
                .orElse(Fraction.ZERO);
    }

    /** What the assay makes of the lot's mass. */
    public static Optional<Fraction> assayed(MaterialLot lot, Element element) {
        return lot.assay(element)
                .map(assay -> Fraction.of(assay.massFraction().value())
                        .times(PER_CENT)
                        .times(lot.mass().asFraction()));
    }

    public static Mass total(MaterialLot lot, Element element) {
        return lot.element(element).map(ElementMass::total).orElse(Mass.ZERO);
    }

    public static Mass of(MaterialLot lot, Element element, Origin origin) {
        return lot.element(element).map(held -> held.of(origin)).orElse(Mass.ZERO);
    }
}
