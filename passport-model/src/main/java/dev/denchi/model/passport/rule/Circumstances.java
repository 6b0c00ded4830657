package dev.denchi.model.passport.rule;

import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Battery;
import dev.denchi.model.passport.BatteryModel;
import dev.denchi.model.passport.RecordContent;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a judge of a record must know besides the record.
 *
 * @param today the day of judgement
 * @param model the battery model that the record names, the operator's own or one it was granted, {@code null} when there is none
 * @param battery the operator's battery that the record names, {@code null} when there is none
 * @param previous what the version before said, {@code null} for a first version
 * @param supply whose model it is, when it is another operator's
 */
public record Circumstances(
        LocalDate today,
        @Nullable BatteryModel model,
        @Nullable Battery battery,
        @Nullable RecordContent previous,
        @Nullable Supply supply) {

    /**
     * Another operator's model that a battery is built on.
     *
     * @param granted whether that operator lets the battery's operator do so
     */
    public record Supply(OperatorId operator, boolean granted) {}

    /** Those of a record about the operator's own model. */
    public Circumstances(
            LocalDate today,
            @Nullable BatteryModel model,
            @Nullable Battery battery,
            @Nullable RecordContent previous) {
        this(today, model, battery, previous, null);
    }

    /** Those of a first version that names no battery. */
    public Circumstances(LocalDate today, @Nullable BatteryModel model) {
        this(today, model, null, null, null);
    }
}
