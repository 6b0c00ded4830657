package dev.denchi.model.massbalance.invariant;

import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.RecycledContentClaim;
import dev.denchi.model.lot.Transfer;
import dev.denchi.model.lot.Transformation;
import dev.denchi.model.massbalance.LotLedger;
import java.util.List;

/**
 * Judges one statement on the ledger before it. Empty: whoever keeps it keeps a ledger in which nothing was made, lost unsaid or used
 * twice. The caller sees to it that the ledger does not move between the judgement and the keeping.
 */
public final class MassBalance {
    private MassBalance() {}

    /**
     * Every invariant that the statement would break.
     *
     * @param ledger without the statement, and without the version that it supersedes
     * @param signer whose signature is on it
     */
    public static List<Imbalance> judge(LotLedger ledger, LotEvent event, OperatorId signer) {
        Findings findings = new Findings();
        findings.signedAndBacked(event, signer);
        event.match(new Judgement(ledger, findings));
        return findings.all();
    }

    private record Judgement(LotLedger ledger, Findings findings) implements LotEvent.Cases<Findings> {
        @Override
        public Findings lot(MaterialLot lot) {
            new LotInvariants(lot, findings).judge();
            return findings;
        }

        @Override
        public Findings transformation(Transformation transformation) {
            new TransformationInvariants(transformation, ledger, findings).judge();
            return findings;
        }

        @Override
        public Findings transfer(Transfer transfer) {
            new TransferInvariants(transfer, ledger, findings).judge();
            return findings;
        }

        @Override
        public Findings claim(RecycledContentClaim claim) {
            new ClaimInvariants(claim, ledger, findings).judge();
            return findings;
        }
    }
}
