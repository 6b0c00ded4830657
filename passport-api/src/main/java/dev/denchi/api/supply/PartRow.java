package dev.denchi.api.supply;

import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.AmountUnit;
import dev.denchi.model.part.Part;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.trade.Progress;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A part and where it stands, as in table {@code part}. */
@Entity
@DynamicUpdate // what makes a part itself may not be written again
@Table(name = "part")
class PartRow {
    @Id
    @Column(name = "trace_id")
    UUID traceId;

    @Column(name = "operator_id")
    String operatorId;

    @Column(name = "plant_id")
    private UUID plantId;

    private String name;

    @Column(name = "support_name")
    private @Nullable String supportName;

    boolean terminated;

    @Nullable
    String unit;

    private @Nullable String label;
    private @Nullable String info1;
    private @Nullable String info2;
    private @Nullable String info3;

    @Column(name = "stated_version")
    int statedVersion;

    @Column(name = "total_version")
    int totalVersion;

    @Column(name = "completed_count")
    private int completedCount;

    @Column(name = "trades_count")
    private int tradesCount;

    @Column(name = "tree_terminated")
    private boolean treeTerminated;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    PartRow() {}

    @SuppressWarnings("NullAway.Init")
    PartRow(Part part) {
        traceId = part.trace().value();
        operatorId = part.owner().value();
        plantId = part.key().plant();
        name = part.key().name();
        supportName = part.key().supportName();
        change(part);
    }

    /** All but what makes it this part. */
    void change(Part part) {
        terminated = part.terminated();
        unit = part.unit() == null ? null : part.unit().label();
        label = part.labels().label();
        info1 = part.labels().info1();
        info2 = part.labels().info2();
        info3 = part.labels().info3();
    }

    void stands(Progress progress) {
        completedCount = progress.completed();
        tradesCount = progress.trades();
        treeTerminated = progress.terminated();
    }

    TraceId trace() {
        return new TraceId(traceId);
    }

    Progress progress() {
        return new Progress(completedCount, tradesCount, treeTerminated);
    }

    Part toDomain() {
        return new Part(
                trace(),
                new OperatorId(operatorId),
                new Part.Key(plantId, name, supportName),
                terminated,
                unit == null ? null : AmountUnit.ofLabel(unit).orElseThrow(),
                new Part.Labels(label, info1, info2, info3));
    }
}
