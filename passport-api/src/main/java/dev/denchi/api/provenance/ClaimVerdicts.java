package dev.denchi.api.provenance;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.lineage.Chain;
import dev.denchi.api.store.lineage.Claims;
import dev.denchi.api.store.lineage.Lineage;
import dev.denchi.api.store.lineage.StatedClaim;
import dev.denchi.api.store.lineage.StatedClaim.Verdict;
import dev.denchi.api.store.lineage.StatedLot;
import dev.denchi.api.store.lineage.StatedStep;
import dev.denchi.api.store.record.Records;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.identifier.TransformationId;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.RecycledContentClaim;
import dev.denchi.model.lot.Transformation;
import dev.denchi.model.massbalance.AllocationLedger;
import dev.denchi.model.massbalance.ClaimAnswer;
import dev.denchi.model.massbalance.LotLedger;
import dev.denchi.model.passport.RecycledContent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the lots say of a claim now. Whatever was found otherwise than before is kept as another verdict. */
@Singleton
public class ClaimVerdicts {
    private final Claims claims;
    private final Records records;
    private final Lineage lineage;
    private final Clock clock;

    ClaimVerdicts(Claims claims, Records records, Lineage lineage, Clock clock) {
        this.claims = claims;
        this.records = records;
        this.lineage = lineage;
        this.clock = clock;
    }

    /**
     * A claim that was judged.
     *
     * @param statement what its record says
     * @param chain all that is known of what lies behind it
     */
    record JudgedClaim(
            StatedClaim claim, RecycledContentClaim statement, Chain chain, ClaimAnswer answer, Verdict verdict) {}

    /** Fails with {@link Rejected} when the record makes no claim. */
    Uni<StatedClaim> claim(RecordId record) {
        return claims.find(record)
                .onItem()
                .ifNull()
                .failWith(
                        () -> Rejected.because(ProblemType.NOT_FOUND, "there is no claim on lots in record " + record));
    }

    /** What is found of the claim that this very version of a record makes; {@code null} when it makes none or is not current. */
    public Uni<ClaimAnswer.State> stateOf(RecordId record, String sha256) {
        return claims.find(record)
                .flatMap(claim -> claim == null || !claim.sha256().equals(sha256)
                        ? Uni.createFrom().nullItem()
                        : judged(claim).map(judged -> judged.answer().state()));
    }

    /** A claim by what lies behind it now. Walks all of that and may write: first see to it that the asker may ask. */
    Uni<JudgedClaim> judged(StatedClaim claim) {
        return records.version(claim.id(), claim.version())
                .map(ClaimVerdicts::statement)
                .flatMap(statement -> lineage.behind(claim.lots()).map(chain -> judged(claim, statement, chain)))
                .call(this::kept);
    }

    private JudgedClaim judged(StatedClaim claim, RecycledContentClaim statement, Chain chain) {
        ClaimAnswer answer = ClaimAnswer.of(ledger(chain), statement);
        Verdict last = claim.last();
        Verdict now = new Verdict(
                last == null ? 1 : last.number() + 1,
                claim.version(),
                answer.state().name(),
                behind(claim, chain),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return new JudgedClaim(claim, statement, chain, answer, last != null && isAsBefore(last, now) ? last : now);
    }

    private static boolean isAsBefore(Verdict last, Verdict now) {
        return last.recordVersion() == now.recordVersion()
                && last.state().equals(now.state())
                && last.behindSha256().equals(now.behindSha256());
    }

    private Uni<Void> kept(JudgedClaim judged) {
        return judged.verdict().equals(judged.claim().last())
                ? Uni.createFrom().voidItem()
                : claims.keep(judged.claim(), judged.verdict(), StrictJson.write(ClaimView.figures(judged.answer())));
    }

    private static RecycledContentClaim statement(StoredRecord record) {
        RecycledContent content = (RecycledContent) record.token().content();
        return content.claim(record.operator()).orElseThrow();
    }

    static LotLedger ledger(Chain chain) {
        Map<LotId, MaterialLot> lots = chain.lots().values().stream()
                .map(StatedLot::lot)
                .collect(Collectors.toMap(MaterialLot::id, lot -> lot));
        Map<TransformationId, Transformation> steps = new HashMap<>();
        chain.steps().values().forEach(step -> steps.put(step.name(), step.withoutLosses(chain.lots())));
        return new LotLedger(lots, Map.of(), steps, Map.of(), Map.of(), Map.of(), AllocationLedger.EMPTY);
    }

    /** Anything behind the claim stated anew makes another hash. */
    private static String behind(StatedClaim claim, Chain chain) {
        String hashes = Stream.of(
                        Stream.of(claim.sha256()),
                        chain.lots().values().stream().map(StatedLot::sha256),
                        chain.steps().values().stream().map(StatedStep::sha256))
                .flatMap(each -> each)
                .map(Objects::requireNonNull)
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(hashes.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
