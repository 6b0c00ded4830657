package dev.denchi.model.massbalance;

import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.TransferId;
import dev.denchi.model.identifier.TransformationId;
import dev.denchi.model.lot.CustodyModel;
import dev.denchi.model.lot.Draw;
import dev.denchi.model.lot.Element;
import dev.denchi.model.lot.ElementMass;
import dev.denchi.model.lot.Evidence;
import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.lot.Material;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.MaterialLot.WasteOrigin;
import dev.denchi.model.lot.Origin;
import dev.denchi.model.lot.Party;
import dev.denchi.model.lot.RecycledContentClaim;
import dev.denchi.model.lot.RecycledContentClaim.Consumption;
import dev.denchi.model.lot.RecycledContentClaim.Declared;
import dev.denchi.model.lot.Transfer;
import dev.denchi.model.lot.Transformation;
import dev.denchi.model.lot.Transformation.Loss;
import dev.denchi.model.lot.WasteClass;
import dev.denchi.model.massbalance.invariant.Imbalance;
import dev.denchi.model.massbalance.invariant.MassBalance;
import dev.denchi.model.quantity.Fraction;
import dev.denchi.model.quantity.Mass;
import dev.denchi.model.quantity.Quantity;
import dev.denchi.model.quantity.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Three operators who say things of lots, true ones or, where they cheat, wrong ones. What the judge lets pass is kept. */
final class World {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
    private static final List<Evidence> DOCUMENT = List.of(new Evidence(Evidence.Type.WEIGHBRIDGE, "0".repeat(64)));
    private static final List<Element> ELEMENTS = List.of(Element.NICKEL, Element.COBALT);
    private static final List<Party> PARTIES = List.of(party("north"), party("middle"), party("south"));

    private final Tape tape;
    private final boolean cheats;
    final List<Imbalance> refusals = new ArrayList<>();
    LotLedger ledger = LotLedger.EMPTY;
    int accepted;
    private int numbers;

    World(byte[] tape, boolean cheats) {
        this.tape = new Tape(tape);
        this.cheats = cheats;
    }

    boolean goesOn() {
        return !tape.isAtEnd();
    }

    /** Somebody says something; it is kept when nothing speaks against it. */
    void next() {
        Party party = PARTIES.get(tape.below(PARTIES.size()));
        switch (tape.below(5)) {
            case 0 -> say(source(party));
            case 1, 2 -> transform(party);
            case 3 -> handOver(party);
            default -> claim(party);
        }
    }

    boolean say(LotEvent event) {
        List<Imbalance> found = MassBalance.judge(ledger, event, event.operator());
        refusals.addAll(found);
        if (found.isEmpty()) {
            ledger = ledger.with(event);
            accepted++;
        }
        return found.isEmpty();
    }

    private MaterialLot source(Party party) {
        WasteClass waste = List.of(WasteClass.values()).get(tape.below(4));
        boolean isPrimary = tape.below(3) == 0;
        List<ElementMass> elements = new ArrayList<>();
        for (Element element : ELEMENTS) {
            Mass total = new Mass(1 + tape.upTo(999_999));
            Origin origin = isPrimary ? Origin.PRIMARY : waste.originOf(element);
            if (cheats && tape.below(6) == 0) {
                origin = Origin.POST_CONSUMER;
            }
            elements.add(ElementMass.of(
                    element,
                    total,
                    origin == Origin.PRE_CONSUMER ? total : Mass.ZERO,
                    origin == Origin.POST_CONSUMER ? total : Mass.ZERO));
        }
        return lot(party, elements, null, isPrimary ? null : waste);
    }

    /** Takes some of what the party has, loses a little, and divides the rest. */
    private void transform(Party party) {
        List<Draw> inputs = new ArrayList<>();
        for (Map.Entry<Holding, Balance> each : held(party)) {
            Mass left = each.getValue().left();
            Mass most = cheats && tape.below(8) == 0 ? left.plus(new Mass(1 + tape.upTo(1000))) : left;
            if (inputs.size() < 3 && most.isMoreThan(Mass.ZERO)) {
                inputs.add(new Draw(each.getKey().lot(), new Mass(1 + tape.upTo(most.milligrams() - 1))));
            }
        }
        if (inputs.isEmpty()) {
            return;
        }
        TransformationId id = new TransformationId(party.operator(), "T" + numbers++);
        CustodyModel custody = tape.below(3) == 0 ? CustodyModel.MASS_BALANCE : CustodyModel.CONTROLLED_BLENDING;
        List<MaterialLot> outputs = outputs(party, id, inputs);
        outputs.forEach(this::say);
        say(transformation(party, id, custody, inputs, outputs));
    }

    private List<MaterialLot> outputs(Party party, TransformationId id, List<Draw> inputs) {
        List<MaterialLot> outputs = new ArrayList<>();
        int count = 1 + tape.below(3);
        long kept = 100 - tape.upTo(20);
        for (int i = 0; i < count; i++) {
            List<ElementMass> elements = new ArrayList<>();
            for (Element element : ELEMENTS) {
                elements.add(output(element, inputs, Fraction.of(kept).dividedBy(Fraction.of(100L * count))));
            }
            outputs.add(lot(party, elements, id, null));
        }
        return outputs;
    }

    private ElementMass output(Element element, List<Draw> inputs, Fraction part) {
        Fraction in = in(element, inputs, List.of(Origin.values()));
        Mass total = in.times(part).wholeMilligrams();
        Fraction yield = in.isZero() ? Fraction.ZERO : total.asFraction().dividedBy(in);
        Mass pre =
                in(element, inputs, List.of(Origin.PRE_CONSUMER)).times(yield).wholeMilligrams();
        Mass post =
                in(element, inputs, List.of(Origin.POST_CONSUMER)).times(yield).wholeMilligrams();
        if (cheats && tape.below(4) == 0) {
            Mass more = new Mass(1 + tape.upTo(50));
            boolean relabels = tape.below(2) == 0;
            return ElementMass.of(
                    element,
                    tape.below(2) == 0 ? total.plus(more) : total,
                    relabels ? pre.minus(more) : pre,
                    post.plus(more));
        }
        return ElementMass.of(element, total, pre, post);
    }

    private Fraction in(Element element, List<Draw> inputs, List<Origin> origins) {
        Fraction sum = Fraction.ZERO;
        for (Draw input : inputs) {
            MaterialLot lot = ledger.lot(input.lot()).orElseThrow();
            for (Origin origin : origins) {
                sum = sum.plus(Flows.of(lot, element, origin).asFraction().times(Flows.part(input.mass(), lot)));
            }
        }
        return sum;
    }

    private Transformation transformation(
            Party party, TransformationId id, CustodyModel custody, List<Draw> inputs, List<MaterialLot> outputs) {
        Map<Element, Mass> lost = new EnumMap<>(Element.class);
        for (Element element : ELEMENTS) {
            Mass out = outputs.stream().map(lot -> Flows.total(lot, element)).reduce(Mass.ZERO, Mass::plus);
            lost.put(
                    element,
                    in(element, inputs, List.of(Origin.values()))
                            .wholeMilligrams()
                            .minus(out));
        }
        Mass in = inputs.stream().map(Draw::mass).reduce(Mass.ZERO, Mass::plus);
        Mass out = outputs.stream().map(MaterialLot::mass).reduce(Mass.ZERO, Mass::plus);
        Mass auxiliaries = out.isMoreThan(in) ? out.minus(in) : Mass.ZERO;
        return new Transformation(
                id,
                Transformation.Type.BLENDING,
                party.facility(),
                DAY,
                DAY,
                inputs,
                outputs.stream().map(MaterialLot::id).toList(),
                auxiliaries,
                List.of(new Loss("all", in.plus(auxiliaries).minus(out), lost)),
                custody,
                DOCUMENT);
    }

    /** Gives a part away; the receiver takes it, refuses it, or does both, as far as he is let. */
    private void handOver(Party from) {
        List<Map.Entry<Holding, Balance>> held = held(from);
        if (held.isEmpty()) {
            return;
        }
        Map.Entry<Holding, Balance> chosen = held.get(tape.below(held.size()));
        Mass most = chosen.getValue().left().plus(new Mass(cheats ? tape.upTo(10) : 0));
        if (!most.isMoreThan(Mass.ZERO)) {
            return;
        }
        Mass given = new Mass(1 + tape.upTo(most.milligrams() - 1));
        TransferId id = new TransferId(from.operator(), "D" + numbers++);
        Party to = PARTIES.get(tape.below(PARTIES.size()));
        LotId lot = chosen.getKey().lot();
        say(new Transfer(id, Transfer.Step.GIVEN, lot, given, from, to, DAY, true, DOCUMENT));
        for (int i = 0; i < (cheats ? 1 + tape.below(3) : 1); i++) {
            boolean refuses = tape.below(4) == 0;
            Mass answered = cheats && tape.below(4) == 0 ? given.plus(new Mass(1)) : given;
            Transfer.Step step = refuses ? Transfer.Step.REFUSED : Transfer.Step.ACCEPTED;
            say(new Transfer(id, step, lot, answered, from, to, DAY, true, DOCUMENT));
        }
    }

    /** Declares what the lots hold, or more. */
    private void claim(Party party) {
        List<Map.Entry<Holding, Balance>> held = held(party);
        if (held.isEmpty()) {
            return;
        }
        Map.Entry<Holding, Balance> chosen = held.get(tape.below(held.size()));
        Mass left = chosen.getValue().left().plus(new Mass(cheats ? tape.upTo(10) : 0));
        MaterialLot lot = ledger.lot(chosen.getKey().lot()).orElseThrow();
        if (!left.isMoreThan(Mass.ZERO) || !lot.material().isActive()) {
            return;
        }
        var consumption = List.of(new Consumption(lot.id(), new Mass(1 + tape.upTo(left.milligrams() - 1)), DAY));
        var id = new RecycledContentClaim.Id(
                party.operator(), new ModelId("M" + numbers++), party.facility(), DAY.getYear());
        List<Declared> declared = new ArrayList<>();
        Map<Element, Shares> all = Shares.of(new RecycledContentClaim(id, consumption, List.of(), DOCUMENT), ledger);
        for (Element element : ELEMENTS) {
            Shares shares = Objects.requireNonNull(all.get(element));
            BigDecimal more = cheats && tape.below(3) == 0 ? new BigDecimal("0.0001") : BigDecimal.ZERO;
            declared.add(new Declared(
                    element,
                    new Quantity(shares.percent(shares.preConsumer()).toDecimal(4), Unit.PERCENT),
                    new Quantity(
                            shares.percent(shares.postConsumer()).toDecimal(4).add(more), Unit.PERCENT),
                    null));
        }
        say(new RecycledContentClaim(id, consumption, declared, DOCUMENT));
    }

    private List<Map.Entry<Holding, Balance>> held(Party party) {
        return ledger.balances().entrySet().stream()
                .filter(each -> each.getKey().holder().equals(party))
                .filter(each -> ledger.lots().containsKey(each.getKey().lot()))
                .sorted((one, other) -> one.getKey()
                        .lot()
                        .toString()
                        .compareTo(other.getKey().lot().toString()))
                .toList();
    }

    private MaterialLot lot(
            Party party, List<ElementMass> elements, @Nullable TransformationId madeBy, @Nullable WasteClass waste) {
        Mass mass = elements.stream().map(ElementMass::total).reduce(new Mass(1 + tape.upTo(99_999)), Mass::plus);
        return new MaterialLot(
                new LotId(party.operator(), "L" + numbers++),
                madeBy == null ? Material.OTHER : Material.CATHODE_ACTIVE_MATERIAL,
                party.facility(),
                mass,
                DAY,
                madeBy,
                waste == null ? null : new WasteOrigin(waste, null),
                elements,
                List.of(),
                CustodyModel.CONTROLLED_BLENDING,
                DOCUMENT);
    }

    private static Party party(String name) {
        return new Party(new OperatorId(name), new FacilityIdentifier("GLN", name));
    }

    /** What was recovered from waste, all of it, and what there is of it anywhere: held, on its way, and in batteries. */
    Map<Origin, List<Fraction>> recovered(Element element) {
        Map<Origin, List<Fraction>> recovered = new EnumMap<>(Origin.class);
        for (Origin origin : List.of(Origin.PRE_CONSUMER, Origin.POST_CONSUMER)) {
            Fraction entered = Fraction.ZERO;
            for (MaterialLot lot : ledger.lots().values()) {
                if (lot.waste() != null) {
                    entered = entered.plus(Flows.of(lot, element, origin).asFraction());
                }
            }
            recovered.put(origin, List.of(entered, there(element, origin)));
        }
        return recovered;
    }

    private Fraction there(Element element, Origin origin) {
        Fraction there = Fraction.ZERO;
        for (Map.Entry<Holding, Balance> each : ledger.balances().entrySet()) {
            Mass has = each.getValue().received().minus(each.getValue().drawn());
            there = there.plus(of(each.getKey().lot(), has, element, origin));
        }
        for (Transfer given : ledger.given().values()) {
            if (!ledger.answered().containsKey(given.id())) {
                there = there.plus(of(given.lot(), given.mass(), element, origin));
            }
        }
        return there;
    }

    private Fraction of(LotId id, Mass mass, Element element, Origin origin) {
        MaterialLot lot = ledger.lot(id).orElseThrow();
        return Flows.of(lot, element, origin).asFraction().times(Flows.part(mass, lot));
    }
}
