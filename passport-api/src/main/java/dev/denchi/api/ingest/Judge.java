package dev.denchi.api.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.CurrentVersions;
import dev.denchi.api.store.Head;
import dev.denchi.api.store.Versions;
import dev.denchi.model.format.RecordDraft;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Battery;
import dev.denchi.model.passport.BatteryModel;
import dev.denchi.model.passport.Circumstances;
import dev.denchi.model.passport.Condition;
import dev.denchi.model.passport.ModelStatement;
import dev.denchi.model.passport.PassportRules;
import dev.denchi.model.passport.RecordContent;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Subject;
import dev.denchi.model.passport.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges a draft by its form and by every rule, and tells all violations at once. */
@Singleton
class Judge {
    private final CurrentVersions current;
    private final Versions versions;
    private final Clock clock;
    private final Cache<Head, BatteryModel> models =
            Caffeine.newBuilder().maximumSize(10_000).build();

    Judge(CurrentVersions current, Versions versions, Clock clock) {
        this.current = current;
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * The draft itself; fails with {@link Rejected} when there is any violation.
     *
     * @param previous what the version before said, {@code null} for a first version
     */
    Uni<RecordDraft> accepted(RecordDraft draft, OperatorId operator, @Nullable RecordContent previous) {
        return circumstances(draft, operator, previous).map(circumstances -> {
            List<Violation> violations = new ArrayList<>(draft.violations());
            violations.addAll(PassportRules.judge(draft.content(), circumstances));
            if (!violations.isEmpty()) {
                throw Rejected.invalid(violations);
            }
            return draft;
        });
    }

    private Uni<Circumstances> circumstances(RecordDraft draft, OperatorId operator, @Nullable RecordContent previous) {
        LocalDate today = LocalDate.now(clock);
        return model(draft.content(), operator)
                .flatMap(model -> battery(draft.content(), operator)
                        .map(battery -> new Circumstances(today, model.orElse(null), battery.orElse(null), previous)));
    }

    private Uni<Optional<BatteryModel>> model(RecordContent content, OperatorId operator) {
        return content instanceof ModelStatement statement && statement.modelId() != null
                ? model(Subject.model(operator, statement.modelId()))
                : Uni.createFrom().item(Optional.empty());
    }

    /** The battery that a condition is of, when it is the operator's. */
    private Uni<Optional<Battery>> battery(RecordContent content, OperatorId operator) {
        return content instanceof Condition condition && condition.passport() != null
                ? current.of(Subject.passport(condition.passport()))
                        .flatMap(head -> head == null || !head.operator().equals(operator)
                                ? Uni.createFrom().item(Optional.empty())
                                : versions.of(head)
                                        .map(record -> Optional.of((Battery) RecordReader.content(
                                                RecordKind.BATTERY,
                                                record.token().attributes()))))
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Optional<BatteryModel>> model(Subject subject) {
        return current.of(subject)
                .flatMap(head -> head == null
                        ? Uni.createFrom().item(Optional.empty())
                        : model(head).map(Optional::of));
    }

    private Uni<BatteryModel> model(Head head) {
        BatteryModel known = models.getIfPresent(head);
        return known != null
                ? Uni.createFrom().item(known)
                : versions.of(head)
                        .map(record -> (BatteryModel) RecordReader.content(
                                RecordKind.BATTERY_MODEL, record.token().attributes()))
                        .invoke(model -> models.put(head, model));
    }
}
