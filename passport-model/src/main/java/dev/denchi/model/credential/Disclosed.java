package dev.denchi.model.credential;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.signature.Base64Url;

/**
 * One attribute that travels with a token.
 *
 * @param pointer where it stands in the record, as JSON Pointer
 * @param disclosure its disclosure as it travels (RFC 9901, 4.2.1)
 */
record Disclosed(String pointer, String disclosure) {

    /** The attribute's value, exact: read from the disclosure's own bytes. */
    JsonNode value() {
        return StrictJson.read(Base64Url.decode(disclosure)).path(2);
    }
}
