package dev.denchi.api.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.denchi.api.store.access.Grant;
import dev.denchi.api.store.access.Grants;
import dev.denchi.api.store.access.Partner;
import dev.denchi.api.store.record.CurrentVersions;
import dev.denchi.api.store.record.Head;
import dev.denchi.api.store.record.Versions;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Battery;
import dev.denchi.model.passport.BatteryModel;
import dev.denchi.model.passport.Condition;
import dev.denchi.model.passport.ModelStatement;
import dev.denchi.model.passport.RecordContent;
import dev.denchi.model.passport.Subject;
import dev.denchi.model.passport.rule.Circumstances;
import dev.denchi.model.passport.rule.Circumstances.Supply;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a record must be judged with: the battery and the model that it names, and whose model that is. */
@Singleton
class Surroundings {
    private final CurrentVersions current;
    private final Versions versions;
    private final Grants grants;
    private final Clock clock;
    private final Cache<Head, BatteryModel> models =
            Caffeine.newBuilder().maximumSize(10_000).build();

    Surroundings(CurrentVersions current, Versions versions, Grants grants, Clock clock) {
        this.current = current;
        this.versions = versions;
        this.grants = grants;
        this.clock = clock;
    }

    /** @param previous what the version before said, {@code null} for a first version */
    Uni<Circumstances> of(RecordContent content, OperatorId operator, @Nullable RecordContent previous, Beside beside) {
        return battery(content, operator, beside)
                .flatMap(battery -> supply(content, battery.orElse(null), operator, previous)
                        .flatMap(supply -> model(content, supply.orElse(null), operator, beside)
                                .map(model -> new Circumstances(
                                        LocalDate.now(clock),
                                        model.orElse(null),
                                        battery.orElse(null),
                                        previous,
                                        supply.orElse(null)))));
    }

    /** The battery that a condition is of, when it is the operator's. */
    private Uni<Optional<Battery>> battery(RecordContent content, OperatorId operator, Beside beside) {
        if (content instanceof Condition of && beside.battery() != null && isOf(of, beside.battery())) {
            return Uni.createFrom().item(Optional.of(beside.battery()));
        }
        return content instanceof Condition condition && condition.passport() != null
                ? current.of(Subject.passport(condition.passport()))
                        .flatMap(head -> head == null || !head.operator().equals(operator)
                                ? Uni.createFrom().item(Optional.empty())
                                : versions.of(head)
                                        .map(record -> Optional.of(
                                                (Battery) record.token().content())))
                : Uni.createFrom().item(Optional.empty());
    }

    private static boolean isOf(Condition condition, Battery battery) {
        return condition.passport() != null && condition.passport().equals(battery.passport());
    }

    /** Empty when the model is the operator's own. */
    private Uni<Optional<Supply>> supply(
            RecordContent content, @Nullable Battery known, OperatorId operator, @Nullable RecordContent previous) {
        Battery battery = content instanceof Battery itself ? itself : known;
        if (battery == null
                || battery.modelId() == null
                || battery.modelOwner(operator).equals(operator)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return battery == known || isOfTheSameModel(battery, previous)
                ? Uni.createFrom().item(Optional.of(new Supply(battery.modelOwner(operator), true)))
                : granted(battery, operator)
                        .map(granted -> Optional.of(new Supply(battery.modelOwner(operator), granted)));
    }

    /** A battery that is on the market already keeps its passport when the grant has ended. */
    private static boolean isOfTheSameModel(Battery battery, @Nullable RecordContent previous) {
        return previous instanceof Battery before
                && battery.modelOperator() != null
                && battery.modelOperator().equals(before.modelOperator())
                && battery.modelId() != null
                && battery.modelId().equals(before.modelId());
    }

    private Uni<Boolean> granted(Battery battery, OperatorId operator) {
        return grants.inForce(Partner.operator(operator), List.of(battery.modelOwner(operator)), clock.instant())
                .map(found -> found.stream()
                        .filter(Grant::buildsPassports)
                        .anyMatch(grant -> grant.covers(battery.modelId())));
    }

    /** A model that was not granted is not looked for: nobody learns here whether it exists. */
    private Uni<Optional<BatteryModel>> model(
            RecordContent content, @Nullable Supply supply, OperatorId operator, Beside beside) {
        if (supply == null
                && beside.model() != null
                && content instanceof ModelStatement of
                && beside.model().modelId() != null
                && beside.model().modelId().equals(of.modelId())) {
            return Uni.createFrom().item(Optional.of(beside.model()));
        }
        return content instanceof ModelStatement statement
                        && statement.modelId() != null
                        && (supply == null || supply.granted())
                ? model(Subject.model(supply == null ? operator : supply.operator(), statement.modelId()))
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
                        .map(record -> (BatteryModel) record.token().content())
                        .invoke(model -> models.put(head, model));
    }
}
