package dev.denchi.api.serve;

import static java.util.Objects.requireNonNull;

import dev.denchi.api.store.record.Head;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Battery;
import dev.denchi.model.passport.Subject;
import java.util.ArrayList;
import java.util.List;

/** Which records a battery's passport is made of. */
public final class PassportParts {

    private PassportParts() {}

    /**
     * The battery itself, its model, its footprint and recycled content by plant and year, which may be a supplier's, its operator's
     * report on the model and on all its batteries, and its condition.
     */
    public static List<Subject> of(Battery battery, Subject passport, OperatorId operator) {
        var model = requireNonNull(battery.modelId());
        var maker = battery.modelOwner(operator);
        var plant = requireNonNull(battery.facility());
        int year = requireNonNull(battery.manufactured()).getYear();
        List<Subject> parts = new ArrayList<>(List.of(
                passport,
                Subject.model(maker, model),
                Subject.carbonFootprint(maker, model, plant),
                Subject.recycledContent(maker, model, plant, year)));
        if (maker.equals(operator)) {
            parts.add(Subject.dueDiligence(operator, model));
        }
        parts.add(Subject.dueDiligence(operator));
        parts.add(Subject.condition(operator, requireNonNull(battery.passport())));
        return List.copyOf(parts);
    }

    /** Of several reports the first: the model's own is more exact than the operator's general one. */
    static List<Head> withOneReport(List<Head> parts) {
        List<Head> reports =
                parts.stream().filter(head -> head.subject().isDueDiligence()).toList();
        return reports.size() < 2
                ? parts
                : parts.stream()
                        .filter(head -> !head.subject().isDueDiligence() || head.equals(reports.get(0)))
                        .toList();
    }

    static Battery battery(StoredRecord record) {
        return (Battery) record.token().content();
    }
}
