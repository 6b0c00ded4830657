package dev.denchi.api.provenance;

import dev.denchi.api.access.Caller;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.provenance.ClaimVerdicts.JudgedClaim;
import dev.denchi.api.serve.Passports;
import dev.denchi.api.store.lineage.Lineage;
import dev.denchi.api.store.lot.KnownLot;
import dev.denchi.api.store.record.Head;
import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.PassportIdentifier;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.quantity.Mass;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Answers what lies behind a battery, a claim or a lot, for those who may ask. */
@Singleton
class AskLineage {
    private static final String RECYCLED_CONTENT = "urn:denchi:recycled-content:";

    private final Askers askers;
    private final ClaimVerdicts verdicts;
    private final Passports passports;
    private final Lineage lineage;
    private final BatteriesAhead batteries;
    private final Masks masks;

    AskLineage(
            Askers askers,
            ClaimVerdicts verdicts,
            Passports passports,
            Lineage lineage,
            BatteriesAhead batteries,
            Masks masks) {
        this.askers = askers;
        this.verdicts = verdicts;
        this.passports = passports;
        this.lineage = lineage;
        this.batteries = batteries;
        this.masks = masks;
    }

    /** Behind the recycled content of a battery's model, made in its plant in its year. */
    Uni<LineageQuestion> behindBattery(Caller caller, PassportIdentifier passport) {
        return passports
                .headsOf(passport)
                .map(AskLineage::recycledContent)
                .flatMap(record -> behindClaim(caller, record));
    }

    Uni<LineageQuestion> behindClaim(Caller caller, RecordId record) {
        return judged(caller, record).flatMap(judged -> masks.of(caller).map(mask -> question(judged, mask)));
    }

    /** A claim for one who may ask for it. */
    Uni<JudgedClaim> judged(Caller caller, RecordId record) {
        return verdicts.claim(record)
                .call(claim -> askers.requireModel(
                        caller, claim.name().operator(), claim.name().model()))
                .flatMap(verdicts::judged);
    }

    Uni<LineageQuestion> behindLot(Caller caller, LotId lot) {
        return askers.lot(caller, lot).flatMap(known -> masks.of(caller).flatMap(mask -> behind(known, mask)));
    }

    private Uni<LineageQuestion> behind(KnownLot known, Mask mask) {
        return lineage.behind(List.of(known.stated().id()))
                .map(chain -> new LineageQuestion(Map.of("lot", name(known)), whole(known), chain, mask));
    }

    /** Where a lot went: what was made of it, and the models, plants and numbers of batteries that it is in. */
    Uni<LineageQuestion> aheadOfLot(Caller caller, LotId lot) {
        return askers.lot(caller, lot).flatMap(known -> masks.of(caller).flatMap(mask -> ahead(known, mask)));
    }

    private Uni<LineageQuestion> ahead(KnownLot known, Mask mask) {
        return lineage.ahead(List.of(known.stated().id()))
                .flatMap(chain -> batteries
                        .in(chain, mask)
                        .map(found -> new LineageQuestion(about(known, found), Map.of(), chain, mask)));
    }

    private static Map<String, Object> about(KnownLot known, List<Map<String, Object>> batteries) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("lot", name(known));
        about.put("batteries", batteries);
        return about;
    }

    private static LineageQuestion question(JudgedClaim judged, Mask mask) {
        Map<RecordId, Mass> consumed = new HashMap<>();
        judged.statement()
                .consumption()
                .forEach(used -> judged.chain().lots().values().stream()
                        .filter(lot -> lot.lot().id().equals(used.lot()))
                        .forEach(lot -> consumed.merge(lot.id(), used.mass(), Mass::plus)));
        return new LineageQuestion(Map.of("claim", ClaimView.json(judged, mask)), consumed, judged.chain(), mask);
    }

    private static String name(KnownLot known) {
        return known.stated().lot().id().toString();
    }

    private static Map<RecordId, Mass> whole(KnownLot known) {
        return Map.of(
                Objects.requireNonNull(known.stated().id()),
                known.stated().lot().mass());
    }

    private static RecordId recycledContent(List<Head> heads) {
        return heads.stream()
                .filter(head -> head.subject().value().startsWith(RECYCLED_CONTENT))
                .map(Head::id)
                .findFirst()
                .orElseThrow(() -> Rejected.because(
                        ProblemType.NOT_FOUND, "this battery's model has no recycled content of its plant and year"));
    }
}
