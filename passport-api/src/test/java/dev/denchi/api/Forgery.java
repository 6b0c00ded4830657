package dev.denchi.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.util.Base64URL;
import dev.denchi.model.format.StrictJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** A token taken apart, changed, and signed again with its own key. */
final class Forgery {
    final ObjectNode header;
    final ObjectNode payload;
    final List<String> disclosures;
    private final OwnKey key;

    private Forgery(OwnKey key, ObjectNode header, ObjectNode payload, List<String> disclosures) {
        this.key = key;
        this.header = header;
        this.payload = payload;
        this.disclosures = disclosures;
    }

    static Forgery of(OwnKey key, String token) {
        String[] parts = token.split("~");
        String[] jwt = parts[0].split("\\.");
        return new Forgery(
                key,
                (ObjectNode) StrictJson.read(new Base64URL(jwt[0]).decode()),
                (ObjectNode) StrictJson.read(new Base64URL(jwt[1]).decode()),
                new ArrayList<>(Arrays.asList(parts).subList(1, parts.length)));
    }

    Forgery with(Consumer<Forgery> change) {
        change.accept(this);
        return this;
    }

    Forgery withRecordId(String id) {
        ((ObjectNode) payload.path("record")).put("id", "urn:uuid:" + id);
        payload.put("id", "urn:uuid:" + id + "#1");
        return this;
    }

    String signed() {
        return key.jwt(header, payload) + tail();
    }

    /** Header and payload as texts, for what no JSON writer writes. */
    String signed(String headerText, String payloadText) {
        String input = OwnKey.encoded(OwnKey.bytes(headerText)) + "." + OwnKey.encoded(OwnKey.bytes(payloadText));
        return input + "." + key.signature(input) + tail();
    }

    String tail() {
        return "~" + String.join("~", disclosures) + "~";
    }
}
