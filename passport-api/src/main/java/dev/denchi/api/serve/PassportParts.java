package dev.denchi.api.serve;

import static java.util.Objects.requireNonNull;

import dev.denchi.api.store.StoredRecord;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Battery;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Subject;
import java.util.List;

/** Which records a battery's passport is made of. */
final class PassportParts {

    private PassportParts() {}

    /**
     * The battery itself, its model, its footprint and recycled content by plant and year, which may be a supplier's, its operator's
     * report, and its condition.
     */
    static List<Subject> of(Battery battery, Subject passport, OperatorId operator) {
        var model = requireNonNull(battery.modelId());
        var maker = battery.modelOwner(operator);
        var plant = requireNonNull(battery.facility());
        int year = requireNonNull(battery.manufactured()).getYear();
        return List.of(
                passport,
                Subject.model(maker, model),
                Subject.carbonFootprint(maker, model, plant),
                Subject.recycledContent(maker, model, plant, year),
                Subject.dueDiligence(operator),
                Subject.condition(operator, requireNonNull(battery.passport())));
    }

    static Battery battery(StoredRecord record) {
        return (Battery) RecordReader.content(RecordKind.BATTERY, record.token().attributes());
    }
}
