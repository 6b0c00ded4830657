package dev.denchi.api.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.denchi.api.store.Head;
import dev.denchi.api.store.Records;
import dev.denchi.api.store.StoredRecord;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Versions of records, kept in memory as far as there is room: a version never changes, so nothing here is ever wrong. */
@Singleton
class Versions {
    private static final long CHARACTERS_IN_MEMORY = 64L * 1024 * 1024;

    private final Records records;
    private final Cache<Head, StoredRecord> kept = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS_IN_MEMORY)
            .weigher((Head head, StoredRecord record) -> record.bytes().length())
            .build();

    Versions(Records records) {
        this.records = records;
    }

    /** The versions that the heads name, in their order. */
    Uni<List<StoredRecord>> of(List<Head> heads) {
        List<StoredRecord> found = new ArrayList<>(heads.size());
        return from(heads, 0, found);
    }

    private Uni<List<StoredRecord>> from(List<Head> heads, int index, List<StoredRecord> found) {
        for (int i = index; i < heads.size(); i++) {
            Head head = heads.get(i);
            StoredRecord known = kept.getIfPresent(head);
            if (known == null) {
                int next = i + 1;
                return records.version(head.id(), head.version())
                        .invoke(record -> kept.put(head, Objects.requireNonNull(record)))
                        .invoke(found::add)
                        .flatMap(record -> from(heads, next, found));
            }
            found.add(known);
        }
        return Uni.createFrom().item(found);
    }
}
