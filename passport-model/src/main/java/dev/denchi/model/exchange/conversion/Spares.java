package dev.denchi.model.exchange.conversion;

import static dev.denchi.model.exchange.conversion.Documents.copy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Sources of spare parts of BatteryPass, each with its own components; with us the components are the battery's. */
final class Spares {
    private static final Converter COUNTRY = Identifiers.country();

    private Spares() {}

    static Converter spares() {
        return Converter.of(
                "name, address without its town, mail and web; whose components they are is only known of one source",
                Spares::ours,
                Spares::theirs);
    }

    private static JsonNode ours(JsonNode sources) {
        ObjectNode circularity = Tree.object();
        for (JsonNode theirs : sources) {
            ObjectNode source = Tree.object();
            copy(theirs, "nameOfSupplier", source, "name");
            copy(theirs, "emailAddressOfSupplier", source, "emailAddress");
            copy(theirs, "supplierWebAddress", source, "webAddress");
            source.set("postalAddress", ourAddress(theirs.path("addressOfSupplier")));
            circularity.withArray("sparePartSources").add(source);
            theirs.path("components").forEach(circularity.withArray("components")::add);
        }
        return circularity;
    }

    private static ObjectNode ourAddress(JsonNode theirs) {
        ObjectNode address = Tree.object();
        copy(theirs, "streetAddress", address, "streetAddress");
        copy(theirs, "postalCode", address, "postalCode");
        JsonNode country = COUNTRY.in().apply(theirs.path("addressCountry"));
        return country.isMissingNode() ? address : address.set("addressCountry", country);
    }

    private static JsonNode theirs(JsonNode circularity) {
        JsonNode sources = circularity.path("sparePartSources");
        if (!sources.isArray()) {
            return Converter.NONE;
        }
        ArrayNode list = Tree.array();
        for (JsonNode source : sources) {
            ObjectNode theirs = Tree.object();
            copy(source, "name", theirs, "nameOfSupplier");
            copy(source, "emailAddress", theirs, "emailAddressOfSupplier");
            copy(source, "webAddress", theirs, "supplierWebAddress");
            ObjectNode address = theirs.putObject("addressOfSupplier");
            copy(source.path("postalAddress"), "streetAddress", address, "streetAddress");
            copy(source.path("postalAddress"), "postalCode", address, "postalCode");
            copy(source.path("postalAddress"), "addressCountry", address, "addressCountry");
            if (sources.size() == 1) {
                copy(circularity, "components", theirs, "components");
            }
            list.add(theirs);
        }
        return list;
    }
}
