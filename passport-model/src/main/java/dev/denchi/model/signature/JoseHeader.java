package dev.denchi.model.signature;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * What the header of an accepted JWS says. Whatever could change how it is understood, or where its key comes from, is refused:
 * {@code crit}, {@code b64}, {@code zip}, {@code jku}, {@code jwk}, {@code x5u} and all else that is not listed.
 */
public record JoseHeader(SigningAlgorithm algorithm, String keyId) {
    private static final Set<String> MEMBERS = Set.of("alg", "typ", "cty", "kid", "x5c", "x5t#S256");

    /** @throws RefusedHeader with the reason why it is not accepted */
    public static JoseHeader read(JsonNode header, String typ) {
        JoseHeader read = readAny(header, typ);
        expect(header, "cty", "vc");
        return read;
    }

    /**
     * The same of a JWS that carries no credential.
     *
     * @throws RefusedHeader with the reason why it is not accepted
     */
    public static JoseHeader readAny(JsonNode header, String typ) {
        header.fieldNames().forEachRemaining(member -> {
            if (!MEMBERS.contains(member)) {
                throw new RefusedHeader(member, "the header has \"" + member + "\", which is not accepted");
            }
        });
        String alg = header.path("alg").isTextual() ? header.path("alg").textValue() : "";
        SigningAlgorithm algorithm = SigningAlgorithm.ofJose(alg)
                .orElseThrow(() -> new RefusedHeader(
                        "alg", "the algorithm \"" + alg + "\" is not accepted; ES256, ES384 and EdDSA are"));
        expect(header, "typ", typ);
        if (!header.path("kid").isTextual() || header.path("kid").textValue().isBlank()) {
            throw new RefusedHeader("kid", "the header names no key: kid is missing");
        }
        return new JoseHeader(algorithm, header.path("kid").textValue());
    }

    private static void expect(JsonNode header, String member, String value) {
        if (!value.equals(header.path(member).textValue())) {
            throw new RefusedHeader(member, member + " is not " + value);
        }
    }
}
