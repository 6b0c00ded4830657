package dev.denchi.api.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.denchi.api.access.Caller;
import dev.denchi.api.access.Role;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.record.CurrentVersions;
import dev.denchi.api.store.record.Head;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.api.store.record.Versions;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Keeps readers from passports that are marked for deletion, in all their versions: all but their operators and the
 * authorities (docs/decisions: deleted-passports-stay-with-authorities).
 */
@Singleton
class DeletedPassports {
    private final CurrentVersions current;
    private final Versions versions;
    private final Cache<Head, Boolean> marked =
            Caffeine.newBuilder().maximumSize(100_000).build();

    DeletedPassports(CurrentVersions current, Versions versions) {
        this.current = current;
        this.versions = versions;
    }

    /** Fails with {@link Rejected} when there is no such passport for him any more, whichever version he asks for. */
    Uni<Void> requireReadable(Subject passport, Caller reading) {
        return reading.role() == Role.AUTHORITY
                ? Uni.createFrom().voidItem()
                : current.of(passport)
                        .flatMap(head -> head == null || reading.belongsTo(head.operator())
                                ? Uni.createFrom().item(false)
                                : isMarked(head))
                        .invoke(DeletedPassports::requireThere)
                        .replaceWithVoid();
    }

    /** The same of a single record; only a battery and its condition go with their passport. */
    Uni<Void> requireReadable(StoredRecord record, Caller reading) {
        RecordKind kind = record.token().header().kind();
        return kind == RecordKind.BATTERY || kind == RecordKind.CONDITION
                ? requireReadable(
                        new Subject(record.token()
                                .attributes()
                                .path("batteryPassportIdentifier")
                                .asText()),
                        reading)
                : Uni.createFrom().voidItem();
    }

    private Uni<Boolean> isMarked(Head head) {
        Boolean known = marked.getIfPresent(head);
        return known != null
                ? Uni.createFrom().item(known)
                : versions.of(head)
                        .map(record -> PassportParts.battery(record).isMarkedForDeletion())
                        .invoke(found -> marked.put(head, found));
    }

    private static void requireThere(boolean deleted) {
        if (deleted) {
            throw Rejected.because(
                    ProblemType.PASSPORT_DELETED,
                    "the passport was deleted by its operator; only this operator and authorities still read it");
        }
    }
}
