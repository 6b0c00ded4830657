package dev.denchi.model.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.passport.BatteryModel.BatteryCategory;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.quantity.Quantity;
import dev.denchi.model.quantity.Unit;
import dev.denchi.model.readiness.DataPoint.Deferral;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the table of data points, openapi/data-points.json. */
public final class DataPointsFile {
    private static final String BUNDLED = "/dev/denchi/contract/data-points.json";

    private DataPointsFile() {}

    /** The table that came with this library. */
    public static DataPoints bundled() {
        try (InputStream in = DataPointsFile.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new IllegalStateException(BUNDLED + " is not on the class path");
            }
            return read(StrictJson.read(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException when it names an unknown kind of record, category or applicability */
    static DataPoints read(JsonNode file) {
        return new DataPoints(
                LocalDate.parse(file.required("requiredFrom").asText()),
                file.required("requiredBy").asText(),
                each(file.required("dataPoints"), DataPointsFile::point),
                each(file.required("recycledContentMinima"), DataPointsFile::minima));
    }

    private static DataPoint point(JsonNode point) {
        return new DataPoint(
                point.required("number").intValue(),
                point.required("name").asText(),
                point.required("source").asText(),
                point.required("accessPoint").intValue(),
                byCategory(point.required("applicability"), Applicability::of),
                text(point, "condition"),
                text(point, "reason"),
                deferral(point.get("then")),
                each(point.required("attributes"), DataPointsFile::attribute));
    }

    private static @Nullable Deferral deferral(@Nullable JsonNode then) {
        return then == null
                ? null
                : new Deferral(
                        Applicability.of(then.required("applicability").asText()),
                        byCategory(then.required("from"), LocalDate::parse));
    }

    private static Attribute attribute(JsonNode attribute) {
        String label = attribute.required("record").asText();
        Map<String, String> where = new LinkedHashMap<>();
        attribute
                .path("where")
                .properties()
                .forEach(member -> where.put(member.getKey(), member.getValue().asText()));
        return new Attribute(
                RecordKind.ofLabel(label)
                        .orElseThrow(() -> new IllegalArgumentException("there is no kind of record " + label)),
                attribute.required("pointer").asText(),
                where);
    }

    private static RecycledContentMinima minima(JsonNode minima) {
        Set<BatteryCategory> categories = EnumSet.noneOf(BatteryCategory.class);
        minima.required("categories").forEach(name -> categories.add(BatteryCategory.valueOf(name.asText())));
        Map<String, Quantity> least = new LinkedHashMap<>();
        minima.required("minima")
                .properties()
                .forEach(metal ->
                        least.put(metal.getKey(), new Quantity(metal.getValue().decimalValue(), Unit.PERCENT)));
        return new RecycledContentMinima(
                minima.required("source").asText(),
                LocalDate.parse(minima.required("from").asText()),
                categories,
                least);
    }

    private static <T> Map<BatteryCategory, T> byCategory(JsonNode object, Function<String, T> parse) {
        Map<BatteryCategory, T> values = new EnumMap<>(BatteryCategory.class);
        object.properties()
                .forEach(member -> values.put(
                        BatteryCategory.valueOf(member.getKey()),
                        parse.apply(member.getValue().asText())));
        return values;
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> item) {
        List<T> items = new ArrayList<>();
        array.forEach(node -> items.add(item.apply(node)));
        return items;
    }

    private static @Nullable String text(JsonNode object, String member) {
        return object.has(member) ? object.get(member).asText() : null;
    }
}
