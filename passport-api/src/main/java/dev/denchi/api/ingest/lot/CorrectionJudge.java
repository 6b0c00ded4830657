package dev.denchi.api.ingest.lot;

import dev.denchi.api.store.lineage.Claims;
import dev.denchi.api.store.lineage.StatedClaim;
import dev.denchi.api.store.lot.KnownLot;
import dev.denchi.api.store.lot.LotChange;
import dev.denchi.api.store.lot.LotLedgers;
import dev.denchi.api.store.lot.LotSnapshot;
import dev.denchi.api.store.record.Records;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.RecycledContentClaim;
import dev.denchi.model.lot.Transformation;
import dev.denchi.model.massbalance.LotLedger;
import dev.denchi.model.massbalance.invariant.Correction;
import dev.denchi.model.massbalance.invariant.Imbalance;
import dev.denchi.model.passport.Violation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges a statement on material lots that is stated anew, and again all that stands on its lots, whoever's that is. Of another operator's
 * statement nothing is told but that it would not hold any more.
 */
@Singleton
public class CorrectionJudge {
    private final LotsJudge lots;
    private final LotLedgers ledgers;
    private final Claims claims;
    private final Records records;

    CorrectionJudge(LotsJudge lots, LotLedgers ledgers, Claims claims, Records records) {
        this.lots = lots;
        this.ledgers = ledgers;
        this.claims = claims;
        this.records = records;
    }

    public Uni<LotFindings> judged(Optional<LotEvent> before, Optional<LotEvent> corrected, OperatorId signer) {
        if (before.isEmpty() || corrected.isEmpty()) {
            return corrected.isPresent()
                    ? lots.judged(corrected.get(), signer)
                    : Uni.createFrom().item(dropped(before));
        }
        return known(before.get(), corrected.get(), signer)
                .map(known -> new Restating(before.get(), corrected.get(), signer, known))
                .flatMap(this::asDrawn)
                .flatMap(this::judgedWithAllThatStands)
                .flatMap(findings -> lots.handOver(corrected.get()).map(findings::and));
    }

    private record Restating(LotEvent before, LotEvent corrected, OperatorId signer, LotSnapshot known) {}

    /** A claim may name lots that were not known: of those nothing was drawn, and nothing is there to be taken back. */
    private Uni<Restating> asDrawn(Restating restating) {
        return restating.before() instanceof RecycledContentClaim claim
                ? claims.on(ids(restating.known()))
                        .map(found -> new Restating(
                                drawn(claim, restating.known(), found),
                                restating.corrected(),
                                restating.signer(),
                                restating.known()))
                : Uni.createFrom().item(restating);
    }

    private static RecycledContentClaim drawn(
            RecycledContentClaim claim, LotSnapshot known, List<StatedClaim> drawing) {
        Set<RecordId> lots = drawing.stream()
                .filter(found -> found.name().equals(claim.id()))
                .flatMap(found -> found.lots().stream())
                .collect(Collectors.toSet());
        List<RecycledContentClaim.Consumption> consumption = claim.consumption().stream()
                .filter(used -> known.lots().containsKey(used.lot())
                        && lots.contains(known.lots().get(used.lot()).stated().id()))
                .toList();
        return new RecycledContentClaim(claim.id(), consumption, claim.declared(), claim.documents());
    }

    private Uni<LotFindings> judgedWithAllThatStands(Restating restating) {
        LotSnapshot known = restating.known();
        return standing(known)
                .flatMap(standing -> ledger(known, standing))
                .map(ledger -> found(restating.before(), restating.corrected(), restating.signer(), known, ledger));
    }

    /** What backs a claim backs it for good: without its lots its shares would have nothing behind them, and the lots no use. */
    private static LotFindings dropped(Optional<LotEvent> before) {
        return before.isEmpty()
                ? LotFindings.NONE
                : new LotFindings(
                        List.of(new Violation(
                                "/massBalance",
                                "claim-keeps-its-lots",
                                "the version before names the lots behind the shares, and so must this one")),
                        null);
    }

    private Uni<LotSnapshot> known(LotEvent before, LotEvent corrected, OperatorId signer) {
        Set<LotId> named = new HashSet<>(NamedLots.in(before));
        named.addAll(NamedLots.in(corrected));
        return ledgers.corrections()
                .flatMap(made -> lots.known(corrected, signer)
                        .flatMap(known -> ledgers.lots(signer, named)
                                .map(all -> known.after(made).withLots(all))));
    }

    private Uni<List<LotEvent>> standing(LotSnapshot known) {
        return ledgers.statementsOn(ids(known))
                .flatMap(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndConcatenate(this::statement)
                        .collect()
                        .asList());
    }

    private static List<RecordId> ids(LotSnapshot known) {
        return known.lots().values().stream().map(lot -> lot.stated().id()).toList();
    }

    private Uni<LotEvent> statement(RecordId id) {
        return records.head(id)
                .flatMap(head -> records.version(id, head.version()))
                .map(CorrectionJudge::event);
    }

    private static LotEvent event(StoredRecord record) {
        return LotEvents.in(record.token().content(), record.operator()).orElseThrow();
    }

    /** With the lots that the standing statements name, as far as their own operators know them. */
    private Uni<LotLedger> ledger(LotSnapshot known, List<LotEvent> standing) {
        return Multi.createFrom()
                .iterable(standing)
                .onItem()
                .transformToUniAndConcatenate(event -> ledgers.lots(event.operator(), NamedLots.in(event)))
                .collect()
                .asList()
                .map(found -> KnownLedger.with(
                        KnownLedger.of(known.withLots(together(known.lots(), found)), LotsJudge.NOTHING), standing));
    }

    private static Map<LotId, KnownLot> together(Map<LotId, KnownLot> own, List<Map<LotId, KnownLot>> found) {
        Map<LotId, KnownLot> all = new HashMap<>();
        found.forEach(all::putAll);
        all.putAll(own);
        return all;
    }

    private static LotFindings found(
            LotEvent before, LotEvent corrected, OperatorId signer, LotSnapshot known, LotLedger ledger) {
        Correction correction = Correction.of(ledger, before, corrected, signer);
        List<Violation> violations = Stream.concat(
                        correction.own().stream().map(LotFindings::violation),
                        correction.ofOthers().stream()
                                .filter(imbalance -> !correction.own().contains(imbalance))
                                .map(CorrectionJudge::ofAnother))
                .distinct()
                .toList();
        LotChange change = new LotChange(
                corrected,
                known,
                before,
                Allocated.between(ledger, ledger.without(before).with(corrected)),
                restated(before, corrected));
        return new LotFindings(violations, change);
    }

    /** It may be somebody's who is not to be named, with lots and amounts that are not to be told. */
    private static Violation ofAnother(Imbalance imbalance) {
        return new Violation(
                "",
                imbalance.invariant().label(),
                "what stands on it already would not hold any more ("
                        + imbalance.invariant().number() + "); who stated that must state it anew first");
    }

    private static Set<LotId> restated(LotEvent before, LotEvent corrected) {
        Set<LotId> restated = new LinkedHashSet<>();
        for (LotEvent event : List.of(before, corrected)) {
            if (event instanceof MaterialLot lot) {
                restated.add(lot.id());
            } else if (event instanceof Transformation transformation) {
                restated.addAll(transformation.outputs());
            }
        }
        return restated;
    }
}
