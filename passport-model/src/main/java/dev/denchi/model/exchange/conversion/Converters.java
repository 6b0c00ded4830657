package dev.denchi.model.exchange.conversion;

import java.util.List;

/** The converters by the names that the tables use; arguments follow after a colon. */
public final class Converters {

    private Converters() {}

    public static Converter of(String spec) {
        String[] parts = spec.split(":", -1);
        List<String> arguments = List.of(parts).subList(1, parts.length);
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        return switch (parts[0]) {
            case "same" -> Values.same();
            case "number" -> Values.number(first);
            case "count" -> Values.count();
            case "measure" -> Values.measure(first);
            case "fraction" -> Values.fraction();
            case "enum" -> Values.enumeration(first);
            case "uri" -> Values.uri();
            case "text-matching" -> Values.matching(spec.substring("text-matching:".length()));
            case "language" -> Values.language();
            case "item" -> Values.item(first);
            case "equal-rates" -> Values.equalRates();
            case "date" -> Dates.date();
            case "day" -> Dates.day();
            case "date-time" -> Dates.dateTime();
            case "month" -> Dates.month();
            case "life" -> Dates.life();
            case "passport" -> Identifiers.passport();
            case "passport-urn" -> Identifiers.passportUrn();
            case "product" -> Identifiers.product();
            case "identifier" -> Identifiers.one(first);
            case "identifiers" -> Identifiers.list(first);
            case "country" -> Identifiers.country();
            case "reading" -> Readings.reading(arguments);
            case "read-at" -> Readings.readAt();
            case "levels" -> Readings.levels(arguments);
            case "temperatures" -> Readings.temperatures(first);
            case "at-soc" -> Readings.atStateOfCharge(first);
            case "labels" -> Documents.labels();
            case "link" -> Documents.link();
            case "handover" -> Documents.handover();
            case "materials" -> Materials.materials(first);
            case "hazardous" -> Materials.hazardous(first);
            case "constituents" -> Materials.constituents();
            case "hazards" -> Materials.hazards();
            case "recycled" -> Materials.recycled(first);
            case "spares" -> Spares.spares();
            case "stages" -> Footprints.stages();
            case "phases" -> Footprints.phases();
            default -> throw new IllegalStateException("there is no converter " + spec);
        };
    }
}
