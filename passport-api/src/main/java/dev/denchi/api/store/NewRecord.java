package dev.denchi.api.store;

import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.RecordContent;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A signed record that is not kept yet.
 *
 * @param content what it says, for the projections
 * @param event what will be told about it
 * @param request the idempotency key it came with, {@code null} when it came without
 * @param lots what it does to material lots, {@code null} when it speaks of none
 */
public record NewRecord(
        Roles roles,
        RecordToken token,
        RecordContent content,
        NewEvent event,
        @Nullable RequestKey request,
        @Nullable LotChange lots) {

    OperatorId operator() {
        return roles.responsibleOperator();
    }

    /** Whose rows it writes. */
    Set<OperatorId> operators() {
        return lots == null ? Set.of(operator()) : lots.operators();
    }

    /**
     * An event to be published.
     *
     * @param id stable: consumers drop repeats by it
     * @param subject what it is about: the record's own subject, unless that would name somebody
     */
    public record NewEvent(String id, String type, String subject, byte[] payload) {}

    /**
     * An idempotency key and the hash of the request that used it.
     *
     * @param sha256 of method, path and body, hexadecimal
     */
    public record RequestKey(String key, String sha256) {}
}
