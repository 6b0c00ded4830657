package dev.denchi.model.massbalance;

import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.TransformationId;
import dev.denchi.model.lot.Assurance;
import dev.denchi.model.lot.Draw;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.Transformation;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Everything that some lots come from, to any depth.
 *
 * @param lots known ones, themselves included
 * @param transformations those that yield them
 * @param missing lots and transformations that are named and not known
 */
public record Upstream(
        Map<LotId, MaterialLot> found, Map<TransformationId, Transformation> transformations, Set<String> missing) {

    public static Upstream of(LotLedger ledger, Collection<LotId> from) {
        Upstream upstream = new Upstream(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashSet<>());
        Deque<LotId> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            LotId id = open.removeFirst();
            MaterialLot lot = ledger.lots().get(id);
            if (lot == null) {
                upstream.missing.add("lot " + id);
            } else if (upstream.found.putIfAbsent(id, lot) == null && lot.madeBy() != null) {
                upstream.follow(lot, ledger, open);
            }
        }
        return upstream;
    }

    public Set<LotId> lots() {
        return found.keySet();
    }

    /** The weakest link of all paths. */
    Assurance assurance() {
        Assurance weakest = Assurance.THIRD_PARTY_VERIFIED;
        for (MaterialLot lot : found.values()) {
            weakest = weakest.weaker(lot.assurance());
        }
        for (Transformation transformation : transformations.values()) {
            weakest = weakest.weaker(transformation.assurance());
        }
        return weakest;
    }

    /** Whether every step kept the recycled content with the material, so that Article 8 counts it. */
    boolean countsForArticle8() {
        return found.values().stream().allMatch(lot -> lot.custody().countsForArticle8())
                && transformations.values().stream()
                        .allMatch(each -> each.custody().countsForArticle8());
    }

    private void follow(MaterialLot lot, LotLedger ledger, Deque<LotId> open) {
        TransformationId id = Objects.requireNonNull(lot.madeBy());
        Transformation maker = ledger.transformations().get(id);
        if (maker == null || !maker.outputs().contains(lot.id())) {
            missing.add("transformation " + id);
        } else if (transformations.putIfAbsent(id, maker) == null) {
            maker.inputs().stream().map(Draw::lot).forEach(open::add);
        }
    }
}
