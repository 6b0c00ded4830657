package dev.denchi.model.massbalance.invariant;

import dev.denchi.model.identifier.LotId;
import dev.denchi.model.lot.Draw;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.Party;
import dev.denchi.model.lot.Transformation;
import dev.denchi.model.massbalance.Holding;
import dev.denchi.model.massbalance.LotLedger;
import dev.denchi.model.massbalance.Upstream;
import dev.denchi.model.massbalance.invariant.Findings.Place;
import dev.denchi.model.quantity.Mass;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Order, draws, outputs and mass of a transformation: I1, I2, I3, I9, I11. Its elements are {@link ElementInvariants}'. */
final class TransformationInvariants {
    private final Transformation transformation;
    private final LotLedger ledger;
    private final Findings findings;
    private final Draws draws;
    private final Place place;

    TransformationInvariants(Transformation transformation, LotLedger ledger, Findings findings) {
        this.transformation = transformation;
        this.ledger = ledger;
        this.findings = findings;
        this.draws = new Draws(ledger, findings);
        this.place = Place.at("", transformation);
    }

    void judge() {
        boolean inputsKnown = inputs();
        boolean outputsKnown = outputs();
        inOrder();
        if (inputsKnown && outputsKnown) {
            noCircle();
            if (transformation.type() != Transformation.Type.WASTE_INTAKE) {
                massCloses();
                new ElementInvariants(transformation, ledger, findings).judge();
            }
        }
    }

    private boolean inputs() {
        Map<LotId, Mass> drawn = new LinkedHashMap<>();
        Map<LotId, String> places = new HashMap<>();
        boolean known = true;
        for (int i = 0; i < transformation.inputs().size(); i++) {
            Draw input = transformation.inputs().get(i);
            String pointer = "/inputs/" + i;
            known &= draws.isKnown(input.lot(), pointer + "/lotId");
            drawn.merge(input.lot(), input.mass(), Mass::plus);
            places.putIfAbsent(input.lot(), pointer + "/mass");
        }
        Party holder = new Party(transformation.operator(), transformation.facility());
        drawn.keySet().retainAll(ledger.lots().keySet());
        drawn.forEach((lot, mass) -> draws.draw(new Holding(lot, holder), mass, places.getOrDefault(lot, "")));
        if (transformation.type() == Transformation.Type.WASTE_INTAKE && !drawn.isEmpty()) {
            findings.add(
                    Invariant.WASTE_CLASS_DECIDES_THE_ORIGIN,
                    Place.at("/inputs", transformation),
                    drawn.size() + " lots",
                    "none",
                    "an intake of waste takes %s lots, it can take none",
                    drawn.size());
        }
        return known;
    }

    private boolean outputs() {
        boolean known = true;
        Set<LotId> seen = new HashSet<>();
        for (int i = 0; i < transformation.outputs().size(); i++) {
            LotId id = transformation.outputs().get(i);
            String pointer = "/outputs/" + i;
            if (!draws.isKnown(id, pointer)) {
                known = false;
            } else {
                ledger.lot(id).ifPresent(lot -> output(lot, pointer));
            }
            if (!seen.add(id)) {
                findings.add(Invariant.MASS_CLOSES, Place.ofLot(pointer, id), "twice", "once", "it comes out twice");
            }
        }
        return known;
    }

    private void output(MaterialLot lot, String pointer) {
        Place at = Place.ofLot(pointer, lot.id());
        boolean isIts = transformation.id().equals(lot.madeBy())
                && lot.operator().equals(transformation.operator())
                && lot.facility().equals(transformation.facility());
        if (!isIts) {
            findings.add(
                    Invariant.LOTS_ARE_KNOWN,
                    at,
                    String.valueOf(lot.madeBy()),
                    transformation.id(),
                    "it says that it comes from %s at %s, not from %s at %s",
                    lot.madeBy() == null ? "no transformation" : lot.madeBy(),
                    lot.facility(),
                    transformation.id(),
                    transformation.facility());
        }
        boolean isIntake = transformation.type() == Transformation.Type.WASTE_INTAKE;
        if (isIntake != (lot.waste() != null)) {
            findings.add(
                    Invariant.WASTE_CLASS_DECIDES_THE_ORIGIN,
                    at,
                    lot.waste() == null ? "no waste" : lot.waste().wasteClass(),
                    isIntake ? "a class of waste" : "no waste",
                    isIntake
                            ? "an intake of waste yields it, and it names no class of waste"
                            : "a transformation of lots yields it; its origin is that of its inputs, not a class of"
                                    + " waste");
        }
    }

    private void inOrder() {
        if (transformation.to().isBefore(transformation.from())) {
            findings.add(
                    Invariant.LOTS_COME_IN_ORDER,
                    Place.at("/period", transformation),
                    transformation.to(),
                    transformation.from(),
                    "it ends on %s, before it begins on %s",
                    transformation.to(),
                    transformation.from());
        }
        for (int i = 0; i < transformation.inputs().size(); i++) {
            int index = i;
            ledger.lot(transformation.inputs().get(i).lot()).ifPresent(input -> notAfter(input, index));
        }
    }

    /** No output is older than an input. */
    private void notAfter(MaterialLot input, int index) {
        for (LotId id : transformation.outputs()) {
            ledger.lot(id)
                    .filter(output -> output.producedOn().isBefore(input.producedOn()))
                    .ifPresent(output -> findings.add(
                            Invariant.LOTS_COME_IN_ORDER,
                            Place.ofLot("/inputs/" + index + "/lotId", output.id()),
                            output.producedOn(),
                            input.producedOn(),
                            "it was made on %s, before its input %s of %s",
                            output.producedOn(),
                            input.id(),
                            input.producedOn()));
        }
    }

    private void noCircle() {
        Upstream upstream = Upstream.of(
                ledger, transformation.inputs().stream().map(Draw::lot).toList());
        for (int i = 0; i < transformation.outputs().size(); i++) {
            LotId output = transformation.outputs().get(i);
            if (upstream.lots().contains(output)) {
                findings.add(
                        Invariant.LOTS_COME_IN_ORDER,
                        Place.ofLot("/outputs/" + i, output),
                        "a circle",
                        "none",
                        "it would come from itself");
            }
        }
    }

    private void massCloses() {
        Mass in = transformation.inputs().stream().map(Draw::mass).reduce(transformation.auxiliaries(), Mass::plus);
        Mass out = Mass.ZERO;
        for (LotId output : transformation.outputs()) {
            out = out.plus(ledger.lot(output).map(MaterialLot::mass).orElse(Mass.ZERO));
        }
        Mass lost =
                transformation.losses().stream().map(Transformation.Loss::mass).reduce(Mass.ZERO, Mass::plus);
        Mass told = out.plus(lost);
        if (!in.equals(told)) {
            findings.add(
                    Invariant.MASS_CLOSES,
                    place,
                    told,
                    in,
                    "outputs of %s and losses of %s make %s, inputs and auxiliaries %s",
                    out,
                    lost,
                    told,
                    in);
        }
    }
}
