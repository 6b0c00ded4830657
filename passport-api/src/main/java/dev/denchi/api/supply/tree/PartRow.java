package dev.denchi.api.supply.tree;

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
public class PartRow {
    @Id
    @Column(name = "trace_id")
    private UUID traceId;

    @Column(name = "operator_id")
    private String operatorId;

    @Column(name = "plant_id")
    private UUID plantId;

    private String name;

    @Column(name = "support_name")
    private @Nullable String supportName;

    private boolean terminated;

    private @Nullable String unit;

    private @Nullable String label;
    private @Nullable String info1;
    private @Nullable String info2;
    private @Nullable String info3;

    @Column(name = "stated_version")
    private int statedVersion;

    @Column(name = "total_version")
    private int totalVersion;

    @Column(name = "completed_count")
    private int completedCount;

    @Column(name = "trades_count")
    private int tradesCount;

    @Column(name = "tree_terminated")
    private boolean treeTerminated;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    PartRow() {}

    @SuppressWarnings("NullAway.Init")
    public PartRow(Part part) {
        traceId = part.trace().value();
        operatorId = part.owner().value();
        plantId = part.key().plant();
        name = part.key().name();
        supportName = part.key().supportName();
        change(part);
    }

    /** All but what makes it this part. */
    public void change(Part part) {
        terminated = part.terminated();
        unit = part.unit() == null ? null : part.unit().label();
        label = part.labels().label();
        info1 = part.labels().info1();
        info2 = part.labels().info2();
        info3 = part.labels().info3();
    }

    public void stands(Progress progress) {
        completedCount = progress.completed();
        tradesCount = progress.trades();
        treeTerminated = progress.terminated();
    }

    public UUID traceId() {
        return traceId;
    }

    public String operatorId() {
        return operatorId;
    }

    public boolean terminated() {
        return terminated;
    }

    @Nullable
    public String unit() {
        return unit;
    }

    /** Of the footprint that was stated last; 0 before the first. */
    public int statedVersion() {
        return statedVersion;
    }

    /** @return the version of a footprint that is stated now */
    public int statedAnew() {
        return ++statedVersion;
    }

    /** @return the version of a total that is counted now */
    public int countedAnew() {
        return ++totalVersion;
    }

    public TraceId trace() {
        return new TraceId(traceId);
    }

    public Progress progress() {
        return new Progress(completedCount, tradesCount, treeTerminated);
    }

    public Part toDomain() {
        return new Part(
                trace(),
                new OperatorId(operatorId),
                new Part.Key(plantId, name, supportName),
                terminated,
                unit == null ? null : AmountUnit.ofLabel(unit).orElseThrow(),
                new Part.Labels(label, info1, info2, info3));
    }
}
