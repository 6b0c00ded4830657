package dev.denchi.model.credential;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A document that a record points at, as it says ({@code common.json#/$defs/document}).
 *
 * @param attribute JSON Pointer of the record's attribute that it stands in: who may see that may see the document
 * @param url where its issuer has it
 * @param sha256 of its bytes, in hexadecimal
 */
public record PinnedDocument(
        String attribute, String title, String url, String mediaType, String language, String sha256) {

    /** All that are anywhere in the value of an attribute. */
    static Stream<PinnedDocument> in(String attribute, JsonNode value) {
        Stream<PinnedDocument> deeper =
                StreamSupport.stream(value.spliterator(), false).flatMap(child -> in(attribute, child));
        return Stream.concat(of(attribute, value).stream(), deeper);
    }

    /** Whatever the schemas will call the attributes in which documents stand, a document has these. */
    private static Optional<PinnedDocument> of(String attribute, JsonNode value) {
        return value.path("sha256").isTextual()
                        && value.path("url").isTextual()
                        && value.path("mediaType").isTextual()
                ? Optional.of(new PinnedDocument(
                        attribute,
                        value.path("title").asText(),
                        value.path("url").textValue(),
                        value.path("mediaType").textValue(),
                        value.path("language").asText(),
                        value.path("sha256").textValue()))
                : Optional.empty();
    }
}
