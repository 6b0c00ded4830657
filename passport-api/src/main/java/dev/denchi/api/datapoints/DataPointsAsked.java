package dev.denchi.api.datapoints;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.passport.BatteryModel;
import dev.denchi.model.passport.BatteryModel.BatteryCategory;
import dev.denchi.model.passport.RecordKind;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The category and the day that a caller asked for, either left open when he did not say. */
record DataPointsAsked(
        @Nullable BatteryCategory category, @Nullable LocalDate date) {
    private static final int LAST_YEAR = 9999;

    /** @throws Rejected naming what there is */
    static DataPointsAsked of(@Nullable String category, @Nullable String date) {
        return new DataPointsAsked(category == null ? null : category(category), date == null ? null : date(date));
    }

    /** @throws Rejected when neither the caller nor the model says it */
    BatteryCategory categoryOr(Map<RecordKind, JsonNode> contents) {
        JsonNode model = contents.get(RecordKind.BATTERY_MODEL);
        BatteryCategory stated = category != null || model == null
                ? category
                : ((BatteryModel) RecordReader.content(RecordKind.BATTERY_MODEL, model)).category();
        if (stated == null) {
            throw malformed(
                    "no battery model says a category; ask for one of " + Arrays.toString(BatteryCategory.values()));
        }
        return stated;
    }

    /** The day asked for; else today, unless that is before anything is required. */
    LocalDate dateOr(LocalDate today, LocalDate requiredFrom) {
        if (date != null) {
            return date;
        }
        return today.isBefore(requiredFrom) ? requiredFrom : today;
    }

    private static BatteryCategory category(String text) {
        return Arrays.stream(BatteryCategory.values())
                .filter(some -> some.name().equals(text))
                .findFirst()
                .orElseThrow(() -> malformed("\"" + text + "\" is no category of battery; there are "
                        + Arrays.toString(BatteryCategory.values())));
    }

    private static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() < 0 || date.getYear() > LAST_YEAR) {
                throw new DateTimeParseException("no year of four digits", text, 0);
            }
            return date;
        } catch (DateTimeParseException e) {
            throw malformed("\"" + text + "\" is no date; write it as 2027-02-18");
        }
    }

    private static Rejected malformed(String detail) {
        return Rejected.because(ProblemType.MALFORMED_REQUEST, detail);
    }
}
