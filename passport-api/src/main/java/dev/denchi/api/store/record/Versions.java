package dev.denchi.api.store.record;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Versions of records, kept in memory as far as there is room: a version never changes, so nothing here is ever wrong. */
@Singleton
public class Versions {
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
    public Uni<List<StoredRecord>> of(List<Head> heads) {
        List<StoredRecord> found = new ArrayList<>(heads.size());
        return from(heads, 0, found);
    }

    /** The version that the head names. */
    public Uni<StoredRecord> of(Head head) {
        return of(List.of(head)).map(found -> found.get(0));
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
