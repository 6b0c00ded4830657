package dev.denchi.model.credential;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.signature.Base64Url;

/**
 * One attribute that travels with a token.
 *
 * @param pointer where it stands in the record, as JSON Pointer
 * @param from where its disclosure (RFC 9901, 4.2.1) begins in the token's text
 * @param to where it ends, before its tilde
 */
record Disclosed(String pointer, int from, int to) {
    /** The pointer of a decoy: it is no attribute, and does not travel. */
    static final String NOWHERE = "";

    boolean isDecoy() {
        return pointer.isEmpty();
    }

    /** The same with so many characters before it. */
    Disclosed behind(int characters) {
        return new Disclosed(pointer, from + characters, to + characters);
    }

    /** The attribute's value, exact: read from the disclosure's own bytes. */
    JsonNode value(String token) {
        return StrictJson.read(Base64Url.decode(token.substring(from, to))).path(2);
    }

    /** With its tilde. */
    int length() {
        return to - from + 1;
    }
}
