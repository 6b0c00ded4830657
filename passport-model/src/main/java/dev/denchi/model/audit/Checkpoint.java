package dev.denchi.model.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.signature.CompactJws;
import dev.denchi.model.signature.JwsSigning;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.signature.Signer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * That an operator's log had so many rows and ended in that hash: signed, so that whoever can write the log but not sign cannot
 * write it anew.
 *
 * @param issuer the operator's DID
 * @param at when it was signed, to the second
 */
public record Checkpoint(String issuer, OperatorId operator, long sequence, String sha256, Instant at) {
    /** The {@code typ} of its JWT. */
    public static final String TYP = "audit-checkpoint+jwt";

    /** The compact JWT. */
    public CompletionStage<String> sign(Signer signer) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("iss", issuer);
        payload.put("operator", operator.value());
        payload.put("sequence", sequence);
        payload.put("sha256", sha256);
        payload.put("iat", at.getEpochSecond());
        return JwsSigning.sign(signer, TYP, StrictJson.write(payload));
    }

    /**
     * Reads one without believing it.
     *
     * @throws IllegalArgumentException when it is no checkpoint
     * @throws dev.denchi.model.format.MalformedJson when it is no JWS in compact form
     */
    public static Checkpoint read(CompactJws jws) {
        JsonNode payload = jws.payload();
        if (!payload.path("iss").isTextual()
                || !payload.path("sequence").isIntegralNumber()
                || !payload.path("sha256").isTextual()
                || !payload.path("iat").isIntegralNumber()) {
            throw new IllegalArgumentException("this is no checkpoint of an audit log");
        }
        return new Checkpoint(
                payload.path("iss").textValue(),
                new OperatorId(payload.path("operator").asText()),
                payload.path("sequence").longValue(),
                payload.path("sha256").textValue(),
                Instant.ofEpochSecond(payload.path("iat").longValue()));
    }

    /** Why it is not to be believed with these keys; empty when it is. */
    Optional<String> refusal(CompactJws jws, List<PublishedKeys> keys) {
        return PublishedKeys.refusal(keys, issuer, jws, TYP, at);
    }
}
