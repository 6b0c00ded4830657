package dev.denchi.model.credential;

import com.authlete.sd.SDObjectBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.X509CertUtils;
import dev.denchi.model.access.AccessPolicy;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.format.StrictJson;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Signs records with one key: W3C Verifiable Credentials 2.0 secured with SD-JWT (VC-JOSE-COSE, RFC 9901). */
public final class RecordSigner {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    private final Signer signer;
    private final AccessPolicy policy;
    private final String joseHeader;

    public RecordSigner(Signer signer, AccessPolicy policy) {
        this.signer = signer;
        this.policy = policy;
        this.joseHeader = joseHeader(signer).toBase64URL().toString();
    }

    /**
     * Signs a record once, with a disclosure for each attribute that has an access point.
     *
     * @throws IllegalArgumentException when an attribute has no access point: it could be shown to nobody
     */
    public CompletionStage<RecordToken> sign(RecordHeader header, JsonNode document) {
        List<Disclosed> disclosed = new ArrayList<>();
        Map<String, Object> payload = payload(header, subject(header, document, disclosed));
        byte[] bytes = StrictJson.write(payload);
        String signingInput = joseHeader + "." + Base64Url.encode(bytes);
        return signer.sign(signingInput.getBytes(StandardCharsets.US_ASCII))
                .thenApply(signature ->
                        new RecordToken(signingInput + "." + Base64Url.encode(signature), header, disclosed));
    }

    private Map<String, Object> subject(RecordHeader header, JsonNode document, List<Disclosed> disclosed) {
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("id", header.subject().value());
        subject.putAll(hidden(StrictJson.toMap(document), "", policy.attributesOf(header.kind()), disclosed));
        return subject;
    }

    private static Map<String, Object> hidden(
            Map<String, Object> object, String pointer, Set<String> attributes, List<Disclosed> disclosed) {
        SDObjectBuilder builder = new SDObjectBuilder();
        object.forEach((member, value) -> {
            String at = pointer + "/" + member;
            if (attributes.contains(at)) {
                disclosed.add(new Disclosed(at, builder.putSDClaim(salt(), member, value)));
            } else if (value instanceof Map<?, ?> group) {
                builder.putClaim(member, hidden(asObject(group), at, attributes, disclosed));
            } else {
                throw new IllegalArgumentException("the attribute " + at + " has no access point");
            }
        });
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
        payload.put("@context", List.of("https://www.w3.org/ns/credentials/v2", "https://denchi.dev/ns/record/v1"));
        payload.put("id", "urn:uuid:" + header.id() + "#" + header.version());
        payload.put("type", List.of("VerifiableCredential", header.kind().credentialType()));
        payload.put("issuer", header.issuer());
        payload.put("validFrom", header.issuedAt().toString());
        payload.put("iat", header.issuedAt().getEpochSecond());
        payload.put("credentialSchema", Map.of("id", RecordSchemas.schemaOf(header.kind()), "type", "JsonSchema"));
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

    private static JWSHeader joseHeader(Signer signer) {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.parse(signer.algorithm()))
                .type(new JOSEObjectType("vc+sd-jwt"))
                .contentType("vc")
                .keyID(signer.keyId());
        if (!signer.certificates().isEmpty()) {
            List<Base64> chain =
                    signer.certificates().stream().map(RecordSigner::der).toList();
            header.x509CertChain(chain)
                    .x509CertSHA256Thumbprint(X509CertUtils.computeSHA256Thumbprint(
                            signer.certificates().get(0)));
        }
        return header.build();
    }

    private static Base64 der(X509Certificate certificate) {
        try {
            return Base64.encode(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("the signing key's certificate cannot be encoded", e);
        }
    }
}
