package dev.denchi.api.store.record;

import dev.denchi.api.store.lot.LotChange;
import dev.denchi.api.store.lot.SignedStatement;
import dev.denchi.api.store.outbox.NewEvent;
import dev.denchi.api.store.status.StatusPlace;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.RecordContent;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A signed record that is not kept yet.
 *
 * @param content what it says, for the projections
 * @param event what will be told about it
 * @param request the idempotency key it came with, {@code null} when it came without
 * @param lots what it does to material lots, {@code null} when it speaks of none
 * @param reserved the place in status lists that its operator asked for and signed, {@code null} when it has none of that kind
 */
public record NewRecord(
        Roles roles,
        RecordToken token,
        RecordContent content,
        NewEvent event,
        @Nullable RequestKey request,
        @Nullable LotChange lots,
        @Nullable StatusPlace reserved) {

    OperatorId operator() {
        return roles.responsibleOperator();
    }

    /** What it states of lots; nothing when it speaks of none. */
    Stream<SignedStatement> statement() {
        return Stream.ofNullable(lots).map(change -> new SignedStatement(token, operator(), change));
    }

    /** Whose rows it writes. */
    Set<OperatorId> operators() {
        return lots == null ? Set.of(operator()) : lots.operators();
    }

    /**
     * An idempotency key and the hash of the request that used it.
     *
     * @param sha256 of method, path and body, hexadecimal
     */
    public record RequestKey(String key, String sha256) {}
}
