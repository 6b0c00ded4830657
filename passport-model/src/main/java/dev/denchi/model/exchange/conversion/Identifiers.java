package dev.denchi.model.exchange.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.identifier.Gln;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Identifiers of passports, products, parties and countries. */
final class Identifiers {
    private static final Pattern UUID =
            Pattern.compile("(urn:uuid:)?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern URN_OF_UUID = Pattern.compile("urn:uuid:[0-9a-f]{32}");

    private Identifiers() {}

    /** A UUID, with or without {@code urn:uuid:} before it. */
    static Converter passport() {
        return Converter.of(
                "a UUID as URN",
                node -> UUID.matcher(node.asText()).matches()
                        ? Values.text("urn:uuid:" + bare(node.asText()).toLowerCase(Locale.ROOT))
                        : Converter.NONE,
                node -> node);
    }

    /** BatteryPass takes no hyphen in a URN; a UUID is the same without. */
    static Converter passportUrn() {
        return Converter.of(
                "a UUID as URN, there without hyphens",
                node -> URN_OF_UUID.matcher(node.asText()).matches()
                        ? Values.text(node.asText().replaceFirst("(.{17})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"))
                        : Converter.NONE,
                node -> Values.text("urn:uuid:" + bare(node.asText()).replace("-", "")));
    }

    static Converter product() {
        return Converter.of(
                "a GS1 Digital Link",
                node -> node.asText().startsWith("https://") && node.asText().contains("/01/") ? node : Converter.NONE,
                node -> node);
    }

    /** One identifier; its scheme is read from its form where it is not fixed. */
    static Converter one(String scheme) {
        return Converter.of(
                scheme.isEmpty() ? "the scheme of the identifier is not said" : "a " + scheme,
                node -> identifier(node, scheme),
                node -> value(node, scheme));
    }

    /** One of a party's identifiers: the first, or the first of the scheme. */
    static Converter list(String scheme) {
        return Converter.of(
                scheme.isEmpty() ? "one identifier, without its scheme" : "a " + scheme,
                node -> {
                    JsonNode identifier = identifier(node, scheme);
                    return identifier.isMissingNode() ? identifier : Values.array(identifier);
                },
                node -> {
                    for (JsonNode identifier : node) {
                        JsonNode value = value(identifier, scheme);
                        if (!value.isMissingNode()) {
                            return value;
                        }
                    }
                    return Converter.NONE;
                });
    }

    /** ISO 3166-1 alpha-2, or the country's English name. */
    static Converter country() {
        return Converter.of(
                "a country's code",
                node -> Values.text(Arrays.stream(Locale.getISOCountries())
                        .filter(code -> code.equals(node.asText())
                                || new Locale.Builder()
                                        .setRegion(code)
                                        .build()
                                        .getDisplayCountry(Locale.ENGLISH)
                                        .equals(node.asText()))
                        .findFirst()
                        .orElse(null)),
                node -> node);
    }

    private static JsonNode identifier(JsonNode node, String scheme) {
        Optional<String> known =
                scheme.isEmpty() ? schemeOf(node.asText()) : Optional.of(scheme).filter(node.asText()::startsWith);
        return known.<JsonNode>map(found -> Tree.object().put("scheme", found).<ObjectNode>set("value", node))
                .orElse(Converter.NONE);
    }

    private static JsonNode value(JsonNode identifier, String scheme) {
        return scheme.isEmpty() || identifier.path("scheme").asText().equals(scheme)
                ? identifier.path("value")
                : Converter.NONE;
    }

    private static Optional<String> schemeOf(String value) {
        if (value.matches("BPN[LSA][a-zA-Z0-9]{12}")) {
            return Optional.of(value.substring(0, 4));
        }
        if (value.startsWith("did:")) {
            return Optional.of("DID");
        }
        return isGln(value) ? Optional.of("GLN") : Optional.empty();
    }

    private static boolean isGln(String value) {
        try {
            return !new Gln(value).value().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String bare(String uuid) {
        return uuid.startsWith("urn:uuid:") ? uuid.substring("urn:uuid:".length()) : uuid;
    }
}
