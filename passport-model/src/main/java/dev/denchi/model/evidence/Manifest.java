package dev.denchi.model.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.signature.CompactJws;
import dev.denchi.model.signature.JwsSigning;
import dev.denchi.model.signature.Sha256;
import dev.denchi.model.signature.Signer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/**
 * What is in an evidence package, signed by the passport's operator.
 *
 * @param issuer the DID of the passport's operator
 * @param passport the subject of its battery record
 * @param serviceProvider who ran the service that made it
 * @param reader whose cut it is: {@code operator}, or a group of readers
 * @param exportedAt when, to the second
 * @param sha256 of each other entry, by its name
 */
public record Manifest(
        String issuer,
        String passport,
        String serviceProvider,
        String reader,
        Instant exportedAt,
        SortedMap<String, String> sha256) {
    static final String ENTRY = "manifest.jws";
    static final String TYP = "evidence-manifest+jwt";

    static SortedMap<String, String> hashes(Map<String, byte[]> entries) {
        SortedMap<String, String> hashes = new TreeMap<>();
        entries.forEach((name, content) -> hashes.put(name, Sha256.hex(content)));
        return hashes;
    }

    CompletionStage<String> sign(Signer signer) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("iss", issuer);
        payload.put("iat", exportedAt.getEpochSecond());
        payload.put("passport", passport);
        payload.put("serviceProvider", serviceProvider);
        payload.put("reader", reader);
        payload.put("sha256", sha256);
        return JwsSigning.sign(signer, TYP, StrictJson.write(payload));
    }

    /** @throws MalformedEvidence when it is none; whether it is to be believed is asked elsewhere */
    static Manifest read(CompactJws jws) {
        try {
            JsonNode payload = jws.payload();
            SortedMap<String, String> hashes = new TreeMap<>();
            payload.path("sha256")
                    .properties()
                    .forEach(
                            entry -> hashes.put(entry.getKey(), entry.getValue().asText()));
            return new Manifest(
                    text(payload, "iss"),
                    text(payload, "passport"),
                    text(payload, "serviceProvider"),
                    text(payload, "reader"),
                    Instant.ofEpochSecond(payload.path("iat").longValue()),
                    hashes);
        } catch (MalformedJson e) {
            throw new MalformedEvidence("the manifest is not readable: " + e.getMessage());
        }
    }

    private static String text(JsonNode payload, String member) {
        if (!payload.path(member).isTextual()) {
            throw new MalformedEvidence("the manifest has no " + member);
        }
        return payload.path(member).textValue();
    }
}
