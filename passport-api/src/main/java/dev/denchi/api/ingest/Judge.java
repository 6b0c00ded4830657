package dev.denchi.api.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.Head;
import dev.denchi.api.store.Records;
import dev.denchi.model.format.RecordDraft;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.BatteryModel;
import dev.denchi.model.passport.Circumstances;
import dev.denchi.model.passport.ModelStatement;
import dev.denchi.model.passport.PassportRules;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Subject;
import dev.denchi.model.passport.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges a draft by its form and by every rule, and tells all violations at once. */
@Singleton
class Judge {
    /** A model's trade item number hardly ever changes; a maker posts thousands of its batteries a minute. */
    private static final Duration MODEL_KNOWN_FOR = Duration.ofSeconds(5);

    private final Records records;
    private final Clock clock;
    private final Cache<Subject, BatteryModel> models = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(MODEL_KNOWN_FOR)
            .build();

    Judge(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** The draft itself; fails with {@link Rejected} when there is any violation. */
    Uni<RecordDraft> accepted(RecordDraft draft, OperatorId operator) {
        return circumstances(draft, operator).map(circumstances -> {
            List<Violation> violations = new ArrayList<>(draft.violations());
            violations.addAll(PassportRules.judge(draft.content(), circumstances));
            if (!violations.isEmpty()) {
                throw Rejected.invalid(violations);
            }
            return draft;
        });
    }

    private Uni<Circumstances> circumstances(RecordDraft draft, OperatorId operator) {
        LocalDate today = LocalDate.now(clock);
        if (draft.content() instanceof ModelStatement statement && statement.modelId() != null) {
            return model(Subject.model(operator, statement.modelId()))
                    .map(model -> new Circumstances(today, model.orElse(null)));
        }
        return Uni.createFrom().item(new Circumstances(today, null));
    }

    private Uni<Optional<BatteryModel>> model(Subject subject) {
        BatteryModel known = models.getIfPresent(subject);
        return known != null
                ? Uni.createFrom().item(Optional.of(known))
                : records.heads(List.of(subject))
                        .flatMap(heads ->
                                heads.isEmpty() ? Uni.createFrom().item(Optional.empty()) : load(heads.get(0)));
    }

    private Uni<Optional<BatteryModel>> load(Head head) {
        return records.version(head.id(), head.version())
                .map(record -> (BatteryModel) RecordReader.content(
                        RecordKind.BATTERY_MODEL, record.token().attributes()))
                .invoke(model -> models.put(head.subject(), model))
                .map(Optional::of);
    }
}
