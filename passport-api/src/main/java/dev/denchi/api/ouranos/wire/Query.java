package dev.denchi.api.ouranos.wire;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of an address. One that is there and not of its form is refused by its name; unknown ones say nothing. */
public record Query(MultivaluedMap<String, String> parameters, Source source) {
    private static final int MOST_ENTRIES = 100;
    private static final int LENGTH_OF_DATE = 10;
    private static final Pattern UUID_FORM = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public String dataTarget() {
        String target = parameters.getFirst("dataTarget");
        return target == null ? "" : target;
    }

    @Nullable
    public String text(String name) {
        String value = parameters.getFirst(name);
        return value == null || value.isEmpty() ? null : value;
    }

    public int limit() {
        String value = text("limit");
        if (value == null) {
            return MOST_ENTRIES;
        }
        try {
            int limit = Integer.parseInt(value);
            if (limit > 0 && limit <= MOST_ENTRIES) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw Refusal.parameter(source, "limit");
    }

    @Nullable
    public UUID uuid(String name) {
        String value = text(name);
        return value == null ? null : uuid(name, value);
    }

    public UUID requiredUuid(String name) {
        UUID value = uuid(name);
        if (value == null) {
            throw Refusal.parameter(source, name);
        }
        return value;
    }

    /** Separated by commas, the first ones first; none when it is not there. */
    public List<UUID> uuids(String name, int most) {
        String value = text(name);
        List<UUID> ids = new ArrayList<>();
        for (String id : value == null ? new String[0] : value.split(",", -1)) {
            ids.add(uuid(name, id.strip()));
        }
        if (ids.size() > most) {
            throw Refusal.parameter(source, name);
        }
        return ids.stream().distinct().toList();
    }

    @Nullable
    public LocalDate date(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            if (value.length() == LENGTH_OF_DATE) {
                return LocalDate.parse(value);
            }
        } catch (DateTimeParseException e) {
            // told below, like a year of more than four digits
        }
        throw Refusal.parameter(source, name);
    }

    @Nullable
    public Boolean flag(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refusal.parameter(source, name);
        };
    }

    private UUID uuid(String name, String value) {
        return uuid(source, name, value);
    }

    public static UUID uuid(Source source, String name, String value) {
        if (!UUID_FORM.matcher(value).matches()) {
            throw Refusal.parameter(source, name);
        }
        return UUID.fromString(value);
    }

    /** The same search from another entry on. */
    String from(UUID after) {
        String others = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("dataTarget")
                        && !parameter.getKey().equals("after")
                        && !parameter.getKey().equals("limit"))
                .sorted(Map.Entry.comparingByKey())
                .map(parameter -> "&" + encoded(parameter.getKey()) + "="
                        + encoded(parameter.getValue().get(0)))
                .collect(Collectors.joining());
        return "?dataTarget=" + encoded(dataTarget()) + "&limit=" + limit() + "&after=" + after + others;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
