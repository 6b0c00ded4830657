package dev.denchi.api.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.api.access.Caller;
import dev.denchi.api.ingest.Submission;
import dev.denchi.api.ingest.SupersedeRecord;
import dev.denchi.api.serve.RecordReference;
import dev.denchi.api.store.record.Head;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.api.store.record.Versions;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.passport.Battery;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a passport: its battery's record gets a last version that says so, judged and signed like any other. Nothing is erased. */
@Singleton
class DeletePassport {
    private static final String STATUS = "dppStatus";

    private final Versions versions;
    private final SupersedeRecord supersedeRecord;

    DeletePassport(Versions versions, SupersedeRecord supersedeRecord) {
        this.versions = versions;
        this.supersedeRecord = supersedeRecord;
    }

    /** EN 18222, DeleteDPPById. A passport that has ended already stays as it is. */
    Uni<Void> delete(List<Head> passport, Caller caller, @Nullable String ifMatch, @Nullable String key) {
        UpdatePassport.requireOperator(passport, caller);
        return versions.of(passport.get(0)).flatMap(battery -> {
            ObjectNode attributes = battery.token().attributes();
            if (attributes.path(STATUS).asText().equals(Battery.MARKED_FOR_DELETION)) {
                return Uni.createFrom().voidItem();
            }
            UpdatePassport.requireMatch(passport, ifMatch);
            byte[] last = StrictJson.write(attributes.deepCopy().put(STATUS, Battery.MARKED_FOR_DELETION));
            return ended(
                    battery, Submission.of(caller, "DELETE " + passport.get(0).subject(), key, last));
        });
    }

    private Uni<Void> ended(StoredRecord battery, Submission submission) {
        var header = battery.token().header();
        String current =
                RecordReference.etagOf(header.version(), battery.token().sha256());
        return supersedeRecord.supersede(header.id(), current, submission).replaceWithVoid();
    }
}
