package dev.denchi.api.supply.chain;

import dev.denchi.api.supply.tree.PartRow;
import dev.denchi.model.trade.Progress;
import dev.denchi.model.trade.RequestType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** How far requests of a type are upstream of a part, as in table {@code part_progress}. */
@Entity
@DynamicUpdate // of which part, and whose, may not be written again
@SuppressWarnings("UnusedVariable") // a column is only written
@Table(name = "part_progress")
class ProgressRow {
    @Embeddable
    record Key(
            @Column(name = "trace_id") UUID traceId,

            @Column(name = "request_type") @Enumerated(EnumType.STRING)
            RequestType requestType)
            implements Serializable {}

    @EmbeddedId
    Key key;

    @Column(name = "operator_id")
    private String operatorId;

    @Column(name = "completed_count")
    private int completedCount;

    @Column(name = "trades_count")
    private int tradesCount;

    @Column(name = "tree_terminated")
    private boolean treeTerminated;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ProgressRow() {}

    @SuppressWarnings("NullAway.Init")
    ProgressRow(Key key, String operator, Progress progress) {
        this.key = key;
        operatorId = operator;
        stands(progress);
    }

    void stands(Progress progress) {
        completedCount = progress.completed();
        tradesCount = progress.trades();
        treeTerminated = progress.terminated();
    }

    Progress progress() {
        return new Progress(completedCount, tradesCount, treeTerminated);
    }

    /**
     * Of a part that has no row: nobody upstream of it was ever asked. What its tree is made of decides whether it ends, as far as no
     * other type of request has a say in that.
     */
    static Progress without(PartRow part) {
        Progress footprints = part.progress();
        boolean ends = footprints.trades() == 0 ? footprints.terminated() : part.terminated();
        return new Progress(0, 0, ends);
    }
}
