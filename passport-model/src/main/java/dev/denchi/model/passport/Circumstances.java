package dev.denchi.model.passport;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a judge of a record must know besides the record.
 *
 * @param today the day of judgement
 * @param model the operator's battery model that the record names, {@code null} when there is none
 * @param battery the operator's battery that the record names, {@code null} when there is none
 * @param previous what the version before said, {@code null} for a first version
 */
public record Circumstances(
        LocalDate today,
        @Nullable BatteryModel model,
        @Nullable Battery battery,
        @Nullable RecordContent previous) {

    /** Those of a first version that names no battery. */
    public Circumstances(LocalDate today, @Nullable BatteryModel model) {
        this(today, model, null, null);
    }
}
