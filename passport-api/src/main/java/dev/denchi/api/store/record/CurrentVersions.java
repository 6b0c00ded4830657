package dev.denchi.api.store.record;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.denchi.api.context.CallersContext;
import dev.denchi.model.passport.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a record is current, from memory as long as every change is heard of, else from the database.
 *
 * <p>A change made through this replica is seen by the next read. Another replica hears of it within milliseconds, and of
 * nothing for three seconds at most when its connection dies silently (docs/decisions: current-versions-in-memory).
 */
@Singleton
public class CurrentVersions {
    private static final int MOST = 500_000;

    private final Records records;
    private final HeadNews news;
    private final AsyncCache<Subject, Optional<Head>> known =
            Caffeine.newBuilder().maximumSize(MOST).buildAsync();

    CurrentVersions(Records records, HeadNews news) {
        this.records = records;
        this.news = news;
        news.tell(this::changed);
    }

    /** The current versions of those subjects that have a record, in the order of the subjects. */
    public Uni<List<Head>> of(Collection<Subject> subjects) {
        if (!news.isCurrent()) {
            return records.heads(subjects).map(heads -> inOrder(subjects, byOptional(heads)));
        }
        CompletableFuture<Map<Subject, Optional<Head>>> found =
                known.getAll(subjects, (missing, executor) -> load(missing));
        return found.isDone() && !found.isCompletedExceptionally()
                ? Uni.createFrom().item(inOrder(subjects, found.join()))
                : CallersContext.back(Uni.createFrom().completionStage(found)) // who asked first got it on his context
                        .map(all -> inOrder(subjects, all));
    }

    /** The current version of the subject's record; {@code null} when it has none. */
    public Uni<Head> of(Subject subject) {
        return of(List.of(subject)).map(heads -> heads.isEmpty() ? null : heads.get(0));
    }

    /**
     * A change that takes place between the question and its answer removes the entry that waits for the answer, so that what
     * is kept is never older than the news.
     */
    private CompletableFuture<Map<Subject, Optional<Head>>> load(Set<? extends Subject> missing) {
        List<Subject> asked = List.copyOf(missing);
        return records.heads(asked)
                .map(heads -> {
                    Map<Subject, Optional<Head>> found = byOptional(heads);
                    asked.stream()
                            .filter(subject -> !subject.isPassport()) // a new passport is told to nobody
                            .forEach(subject -> found.putIfAbsent(subject, Optional.empty()));
                    return found;
                })
                .subscribeAsCompletionStage();
    }

    private void changed(@Nullable Subject subject) {
        if (subject == null) {
            known.synchronous().invalidateAll();
        } else {
            known.synchronous().invalidate(subject);
        }
    }

    private static Map<Subject, Optional<Head>> byOptional(List<Head> heads) {
        return heads.stream().collect(Collectors.toMap(Head::subject, Optional::of));
    }

    private static List<Head> inOrder(Collection<Subject> subjects, Map<Subject, Optional<Head>> found) {
        return subjects.stream()
                .map(subject -> found.getOrDefault(subject, Optional.empty()))
                .flatMap(Optional::stream)
                .toList();
    }
}
