package dev.denchi.api.supply.trader;

import dev.denchi.api.store.session.SqlState;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.api.supply.Refused;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** The plants of a trader. */
@Singleton
public class Plants {
    private final TenantSessions tenants;
    private final Clock clock;

    Plants(TenantSessions tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /** In the order in which they were made. */
    public Uni<List<Plant>> of(OperatorId operator) {
        return tenants.of(
                operator,
                session -> session.createSelectionQuery(
                                "from PlantRow where operatorId = :operator order by createdAt, plantId",
                                PlantRow.class)
                        .setParameter("operator", operator.value())
                        .getResultList()
                        .map(rows -> rows.stream().map(PlantRow::toDomain).toList()));
    }

    /** Fails with {@link Refused} when another plant of the operator has one of its ids. */
    public Uni<Void> add(OperatorId operator, Plant plant) {
        return tenants.of(operator, session -> session.persist(new PlantRow(operator.value(), plant, clock.instant())))
                .onFailure(SqlState::isDuplicate)
                .transform(failure -> new Refused(Refused.Reason.TAKEN));
    }

    /** As {@link #add}; @return whether the operator has this plant */
    public Uni<Boolean> change(OperatorId operator, Plant plant) {
        return tenants.of(
                        operator,
                        session -> session.find(PlantRow.class, plant.id())
                                .invoke(row -> {
                                    if (row != null) {
                                        row.change(plant);
                                    }
                                })
                                .map(row -> row != null))
                .onFailure(SqlState::isDuplicate)
                .transform(failure -> new Refused(Refused.Reason.TAKEN));
    }
}
