package dev.denchi.api.ingest;

import dev.denchi.model.format.RecordDraft;
import dev.denchi.model.passport.Battery;
import dev.denchi.model.passport.BatteryModel;
import dev.denchi.model.passport.RecordKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What comes in one request with a record, and is going to be kept with it or not at all: the record is judged as if it were there. */
public record Beside(@Nullable BatteryModel model, @Nullable Battery battery) {
    public static final Beside NOTHING = new Beside(null, null);

    public static Beside of(Map<RecordKind, RecordDraft> drafts) {
        RecordDraft model = drafts.get(RecordKind.BATTERY_MODEL);
        RecordDraft battery = drafts.get(RecordKind.BATTERY);
        return new Beside(
                model == null ? null : (BatteryModel) model.content(),
                battery == null ? null : (Battery) battery.content());
    }
}
