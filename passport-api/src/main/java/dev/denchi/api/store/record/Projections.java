package dev.denchi.api.store.record;

import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Battery;
import dev.denchi.model.passport.BatteryModel;
import dev.denchi.model.passport.Subject;
import io.smallrye.mutiny.Uni;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What a later version changes beside its record, in the same transaction; of first versions it is in their own statement. */
public final class Projections {
    private static final String SUPPLIED = """
            insert into passport.supplied_model (operator_id, model_id, supplier_id) values (:operator, :model, :supplier)
            on conflict do nothing""";

    private Projections() {}

    static Uni<?> next(Mutiny.Session session, NewRecord record) {
        if (record.content() instanceof BatteryModel model) {
            return ofModel(session, record, model);
        }
        if (record.content() instanceof Battery battery) {
            return battery.isMarkedForDeletion() ? ofDeleted(session, record) : ofBattery(session, record, battery);
        }
        return Uni.createFrom().voidItem();
    }

    /** Whose model a battery is built on, {@code null} when it is the operator's own or this is no battery. */
    static @Nullable OperatorId supplierOf(NewRecord record) {
        if (!(record.content() instanceof Battery battery)) {
            return null;
        }
        OperatorId owner = battery.modelOwner(record.operator());
        return owner.equals(record.operator()) ? null : owner;
    }

    /** What a battery's passport has of its model's recycled content, now or later. */
    public static @Nullable String recycledContent(Battery battery, OperatorId operator) {
        return battery.modelId() != null && battery.facility() != null && battery.manufactured() != null
                ? Subject.recycledContent(
                                battery.modelOwner(operator),
                                battery.modelId(),
                                battery.facility(),
                                battery.manufactured().getYear())
                        .value()
                : null;
    }

    private static Uni<?> ofModel(Mutiny.Session session, NewRecord record, BatteryModel model) {
        return session.createMutationQuery(
                        "update ModelRow set batteryCategory = :category, issuedAt = :at where subject = :subject")
                .setParameter("category", Objects.toString(model.category()))
                .setParameter("at", record.token().header().issuedAt())
                .setParameter("subject", record.token().header().subject().value())
                .executeUpdate();
    }

    private static Uni<?> ofDeleted(Mutiny.Session session, NewRecord record) {
        return session.createMutationQuery("update PassportRow set markedForDeletionAt = :at where subject = :subject")
                .setParameter("at", record.token().header().issuedAt())
                .setParameter("subject", record.token().header().subject().value())
                .executeUpdate();
    }

    /** A version may move a battery to another model, also to one of another supplier that granted it. */
    private static Uni<?> ofBattery(Mutiny.Session session, NewRecord record, Battery battery) {
        return session.createMutationQuery(
                        "update PassportRow set recycledContent = :recycledContent where subject = :subject")
                .setParameter("recycledContent", recycledContent(battery, record.operator()))
                .setParameter("subject", record.token().header().subject().value())
                .executeUpdate()
                .chain(() -> supplied(session, record, battery));
    }

    private static Uni<?> supplied(Mutiny.Session session, NewRecord record, Battery battery) {
        OperatorId supplier = supplierOf(record);
        return supplier == null
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(SUPPLIED)
                        .setParameter("operator", record.operator().value())
                        .setParameter("model", Objects.toString(battery.modelId()))
                        .setParameter("supplier", supplier.value())
                        .executeUpdate();
    }
}
