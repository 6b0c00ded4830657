package dev.denchi.api.ingest.lot;

import dev.denchi.api.store.lineage.Chain;
import dev.denchi.api.store.lineage.Lineage;
import dev.denchi.api.store.lot.LotChange;
import dev.denchi.api.store.lot.LotLedgers;
import dev.denchi.api.store.lot.LotSnapshot;
import dev.denchi.api.store.operator.Directory;
import dev.denchi.api.store.operator.Operator;
import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.Party;
import dev.denchi.model.lot.RecycledContentClaim;
import dev.denchi.model.lot.Transfer;
import dev.denchi.model.lot.Transformation;
import dev.denchi.model.massbalance.LotLedger;
import dev.denchi.model.massbalance.invariant.MassBalance;
import dev.denchi.model.passport.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges first statements on material lots by what is known of the lots that they name. */
@Singleton
public class LotsJudge {
    static final Chain NOTHING = new Chain(Map.of(), Map.of());

    /** Before its first version nobody knows a lot. */
    private static final Uni<LotSnapshot> UNKNOWN = Uni.createFrom().item(LotSnapshot.of(Map.of()));

    private final LotLedgers ledgers;
    private final Lineage lineage;
    private final Directory directory;

    LotsJudge(LotLedgers ledgers, Lineage lineage, Directory directory) {
        this.ledgers = ledgers;
        this.lineage = lineage;
        this.directory = directory;
    }

    public Uni<LotFindings> judged(LotEvent event, OperatorId signer) {
        return (event instanceof MaterialLot ? UNKNOWN : known(event, signer))
                .flatMap(known -> upstream(event, known)
                        .map(upstream -> found(event, signer, known, KnownLedger.of(known, upstream))))
                .flatMap(findings -> handOver(event).map(findings::and));
    }

    /** What a hand-over owes besides the balance. */
    Uni<List<Violation>> handOver(LotEvent event) {
        return event instanceof Transfer transfer && transfer.step() == Transfer.Step.GIVEN
                ? directory
                        .operator(transfer.to().operator())
                        .map(receiver -> Stream.concat(unknown(transfer, receiver), givenAway(transfer))
                                .toList())
                : Uni.createFrom().item(List.of());
    }

    /** Who is nobody here could never answer. */
    private static Stream<Violation> unknown(Transfer transfer, @Nullable Operator receiver) {
        return receiver != null
                ? Stream.empty()
                : Stream.of(new Violation(
                        "/to/operator",
                        "operator-is-known",
                        "there is no operator " + transfer.to().operator() + " here"));
    }

    /** Nobody's supplier is told by accident. */
    private static Stream<Violation> givenAway(Transfer transfer) {
        return transfer.givesMakerAway()
                ? Stream.of(new Violation(
                        "/tellsMaker",
                        "maker-is-told-on-purpose",
                        "the name of lot %s tells the receiver that %s made it: say true if it may, or make another lot of it first (SPLIT, BLENDING)"
                                .formatted(transfer.lot(), transfer.lot().operator())))
                : Stream.empty();
    }

    Uni<LotSnapshot> known(LotEvent event, OperatorId signer) {
        return ledgers.lots(signer, NamedLots.in(event))
                .map(LotSnapshot::of)
                .flatMap(known -> withTransfer(event, signer, known))
                .flatMap(known -> withAllocations(event, known));
    }

    private Uni<LotSnapshot> withTransfer(LotEvent event, OperatorId signer, LotSnapshot known) {
        return event instanceof Transfer transfer && transfer.step() != Transfer.Step.GIVEN
                ? ledgers.transfer(signer, transfer.id()).map(known::with)
                : Uni.createFrom().item(known);
    }

    private Uni<LotSnapshot> withAllocations(LotEvent event, LotSnapshot known) {
        return event instanceof Transformation transformation
                        && !transformation.custody().keepsShares()
                ? ledgers.allocations(new Party(transformation.operator(), transformation.facility()))
                        .map(known::with)
                : Uni.createFrom().item(known);
    }

    /** Only a claim asks for what lies behind its lots. */
    private Uni<Chain> upstream(LotEvent event, LotSnapshot known) {
        return event instanceof RecycledContentClaim
                ? lineage.behind(known.lots().values().stream()
                        .map(lot -> lot.stated().id())
                        .toList())
                : Uni.createFrom().item(NOTHING);
    }

    private static LotFindings found(LotEvent event, OperatorId signer, LotSnapshot known, LotLedger ledger) {
        LotChange change =
                new LotChange(event, known, null, Allocated.between(ledger, ledger.with(event)), Set.<LotId>of());
        return new LotFindings(
                MassBalance.judge(ledger, event, signer).stream()
                        .map(LotFindings::violation)
                        .toList(),
                change);
    }
}
