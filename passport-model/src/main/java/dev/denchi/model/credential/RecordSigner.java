package dev.denchi.model.credential;

import com.authlete.sd.SDObjectBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.access.AccessPolicy;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.signature.Base64Url;
import dev.denchi.model.signature.JwsSigning;
import dev.denchi.model.signature.Signer;
import dev.denchi.model.status.StatusEntry;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Signs records with one key: W3C Verifiable Credentials 2.0 secured with SD-JWT (VC-JOSE-COSE, RFC 9901). */
public final class RecordSigner {
    static final String TYP = "vc+sd-jwt";
    static final List<String> CONTEXT =
            List.of("https://www.w3.org/ns/credentials/v2", "https://denchi.dev/ns/record/v1");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    private final JwsSigning signing;
    private final Map<RecordKind, DigestCounts> digests;

    public RecordSigner(Signer signer, AccessPolicy policy) {
        this.signing = new JwsSigning(signer, TYP);
        this.digests = DigestCounts.ofKinds(policy);
    }

    /**
     * Signs a record once, with a disclosure for each attribute that has an access point.
     *
     * @throws IllegalArgumentException when an attribute has no access point: it could be shown to nobody
     */
    public CompletionStage<RecordToken> sign(RecordHeader header, JsonNode document) {
        List<Disclosed> disclosed = new ArrayList<>();
        Map<String, Object> payload = payload(header, subject(header, document, disclosed));
        return signing.sign(StrictJson.write(payload)).thenApply(jwt -> new RecordToken(jwt, header, disclosed));
    }

    private Map<String, Object> subject(RecordHeader header, JsonNode document, List<Disclosed> disclosed) {
        DigestCounts counts = digests.getOrDefault(header.kind(), DigestCounts.NONE);
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("id", header.subject().value());
        subject.putAll(hidden(StrictJson.toMap(document), "", counts, disclosed));
        return subject;
    }

    private static Map<String, Object> hidden(
            Map<String, Object> object, String pointer, DigestCounts counts, List<Disclosed> disclosed) {
        SDObjectBuilder builder = new SDObjectBuilder();
        int missing = counts.in(pointer);
        for (Map.Entry<String, Object> each : object.entrySet()) {
            String member = each.getKey();
            String at = pointer + "/" + member;
            if (counts.attributes().contains(at)) {
                disclosed.add(new Disclosed(at, builder.putSDClaim(salt(), member, each.getValue())));
                missing--;
            } else if (each.getValue() instanceof Map<?, ?> group) {
                builder.putClaim(member, hidden(asObject(group), at, counts, disclosed));
            } else {
                throw new IllegalArgumentException("the attribute " + at + " has no access point");
            }
        }
        for (String group : counts.groupsIn(pointer)) {
            if (!object.containsKey(group)) {
                builder.putClaim(group, hidden(Map.of(), pointer + "/" + group, counts, disclosed));
            }
        }
        if (missing > 0) {
            builder.putDecoyDigests(missing);
        }
        return builder.build();
    }

    @SuppressWarnings("unchecked") // JSON objects have string keys
    private static Map<String, Object> asObject(Map<?, ?> group) {
        return (Map<String, Object>) group;
    }

    private static Map<String, Object> payload(RecordHeader header, Map<String, Object> subject) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", "urn:uuid:" + header.id());
        record.put("kind", header.kind().label());
        record.put("version", header.version());
        if (header.previousSha256() != null) {
            record.put("previousSha256", header.previousSha256());
        }
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("@context", CONTEXT);
        payload.put("id", "urn:uuid:" + header.id() + "#" + header.version());
        payload.put("type", List.of("VerifiableCredential", header.kind().credentialType()));
        payload.put("issuer", header.issuer());
        payload.put("validFrom", header.issuedAt().toString());
        payload.put("iat", header.issuedAt().getEpochSecond());
        payload.put("credentialSchema", Map.of("id", RecordSchemas.schemaOf(header.kind()), "type", "JsonSchema"));
        if (!header.status().isEmpty()) {
            payload.put("credentialStatus", StatusEntry.json(header.status()));
        }
        payload.put("record", record);
        payload.put("credentialSubject", subject);
        payload.put("_sd_alg", "sha-256");
        return payload;
    }

    private static String salt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return Base64Url.encode(salt);
    }
}
