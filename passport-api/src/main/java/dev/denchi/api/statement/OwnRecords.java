package dev.denchi.api.statement;

import dev.denchi.api.store.access.Grant;
import dev.denchi.api.store.access.Grants;
import dev.denchi.api.store.record.Head;
import dev.denchi.api.store.record.Records;
import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.Refused.Reason;
import dev.denchi.api.supply.chain.Statement;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an operator may point at when it answers: records, passports and grants of its own. All else is as unknown as what never was. */
@Singleton
public class OwnRecords {
    private final Records records;
    private final Grants grants;
    private final Clock clock;

    OwnRecords(Records records, Grants grants, Clock clock) {
        this.records = records;
        this.grants = grants;
        this.clock = clock;
    }

    /** The current version of a record of one of these kinds; fails with {@link Refused} when the operator stands by none. */
    public Uni<Statement.Signed> current(OperatorId operator, RecordId id, Set<RecordKind> kinds) {
        return records.head(id)
                .invoke(head -> require(head != null && head.operator().equals(operator) && !head.revoked()))
                .chain(head -> records.version(id, head.version()))
                .invoke(record -> require(kinds.contains(record.token().header().kind())))
                .map(record -> new Statement.Signed(
                        id.uuid(),
                        record.token().header().version(),
                        record.token().sha256()));
    }

    /** Fails with {@link Refused} when one of them is no passport of the operator. */
    public Uni<Void> requirePassports(OperatorId operator, List<Subject> passports) {
        return records.heads(passports)
                .invoke(heads -> require(heads.size() == passports.size()
                        && heads.stream().map(Head::operator).allMatch(operator::equals)))
                .replaceWithVoid();
    }

    /** Fails with {@link Refused} when it is no grant of the operator that is in force. */
    public Uni<Void> requireGrant(OperatorId operator, @Nullable UUID id) {
        return id == null
                ? Uni.createFrom().voidItem()
                : grants.find(operator, id)
                        .invoke(grant ->
                                require(grant != null && grant.operator().equals(operator) && isInForce(grant)))
                        .replaceWithVoid();
    }

    /** One in force that was given to this operator; {@code null} when it was given to another, or is over. */
    public Uni<Grant> granted(OperatorId partner, UUID id) {
        return grants.find(partner, id)
                .map(grant -> grant != null && !grant.operator().equals(partner) && isInForce(grant) ? grant : null);
    }

    private boolean isInForce(Grant grant) {
        return grant.revokedAt() == null && grant.until().isAfter(clock.instant());
    }

    private static void require(boolean good) {
        if (!good) {
            throw new Refused(Reason.NO_SUCH_STATEMENT);
        }
    }
}
