package dev.denchi.api.serve.form;

import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Battery;
import java.util.List;
import java.util.Objects;

/**
 * One battery's passport: the current records that it is assembled from, uncut.
 *
 * @param economicOperatorId the operator's identifier for readers
 * @param battery what the battery record says
 * @param records the battery's own first, then those of its model, plant, year and operator that exist
 * @param revoked those of them that their operators stand by no more
 */
public record Passport(
        String economicOperatorId, Battery battery, List<StoredRecord> records, List<StoredRecord> revoked) {

    OperatorId owner() {
        return records.get(0).operator();
    }

    public ModelId model() {
        return Objects.requireNonNull(battery.modelId());
    }
}
