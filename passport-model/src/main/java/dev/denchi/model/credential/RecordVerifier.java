package dev.denchi.model.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import dev.denchi.model.credential.Check.Result;
import dev.denchi.model.format.RecordSchemas;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a record's token against keys that the caller trusts. Keys and addresses inside the token are never followed.
 *
 * <p>Every question is asked even when an earlier one failed, and one that cannot be told for that reason says so.
 */
public final class RecordVerifier {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384);
    private static final Set<String> HEADER_MEMBERS = Set.of("alg", "typ", "cty", "kid", "x5c", "x5t#S256");
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final RecordSchemas schemas;
    private final Clock clock;

    public RecordVerifier(RecordSchemas schemas, Clock clock) {
        this.schemas = schemas;
        this.clock = clock;
    }

    public Verification verify(String token, PublishedKeys keys) {
        RecordToken record;
        try {
            record = RecordToken.parse(token);
        } catch (MalformedToken e) {
            return new Verification(List.of(
                    new Check("form", Result.FAILED, String.valueOf(e.getMessage())),
                    new Check("signature", Result.INDETERMINATE, "the token is malformed")));
        }
        List<Check> checks = new ArrayList<>();
        checks.add(new Check(
                "form",
                Result.PASSED,
                "an SD-JWT of a " + record.header().kind().label() + " record"));
        checks.add(new Check(
                "disclosures",
                Result.PASSED,
                record.pointers().size() + " disclosures, each with its digest in the token"));
        checks.add(header(record.joseHeader()));
        checks.add(issuer(record, keys));
        checks.add(signature(record, keys));
        checks.add(issuedAt(record));
        checks.add(schema(record));
        checks.add(new Check("status", Result.NOT_APPLICABLE, "the token names no status list"));
        return new Verification(checks);
    }

    private static Check header(JsonNode header) {
        for (String member : (Iterable<String>) header::fieldNames) {
            if (!HEADER_MEMBERS.contains(member)) {
                return new Check("header", Result.FAILED, "the header has \"" + member + "\", which is not accepted");
            }
        }
        if (!ALGORITHMS.contains(JWSAlgorithm.parse(header.path("alg").asText()))) {
            return new Check(
                    "header",
                    Result.FAILED,
                    "the algorithm " + header.path("alg").asText() + " is not accepted");
        }
        return "vc+sd-jwt".equals(header.path("typ").asText())
                ? new Check("header", Result.PASSED, header.path("alg").asText() + ", vc+sd-jwt")
                : new Check("header", Result.FAILED, "typ is not vc+sd-jwt");
    }

    private static Check issuer(RecordToken record, PublishedKeys keys) {
        String keyId = record.joseHeader().path("kid").asText();
        if (!record.header().issuer().equals(keys.issuer())) {
            return new Check(
                    "issuer",
                    Result.FAILED,
                    "the record is said by " + record.header().issuer() + ", the keys are those of " + keys.issuer());
        }
        return keys.find(keyId).isPresent()
                ? new Check("issuer", Result.PASSED, keyId + " is a key of " + keys.issuer())
                : new Check("issuer", Result.FAILED, "\"" + keyId + "\" is no key of " + keys.issuer());
    }

    private static Check signature(RecordToken record, PublishedKeys keys) {
        Optional<JWK> key = keys.find(record.joseHeader().path("kid").asText());
        if (key.isEmpty()) {
            return new Check("signature", Result.INDETERMINATE, "the key is not known");
        }
        try {
            ECDSAVerifier verifier = new ECDSAVerifier((ECKey) key.get());
            verifier.getJCAContext().setProvider(Cryptography.fastest());
            return JWSObject.parse(record.issuerJwt()).verify(verifier)
                    ? new Check("signature", Result.PASSED, "made with that key over these bytes")
                    : new Check("signature", Result.FAILED, "not made with that key over these bytes");
        } catch (ParseException | JOSEException | ClassCastException e) {
            return new Check("signature", Result.FAILED, "cannot be checked with that key: " + e.getMessage());
        }
    }

    private Check issuedAt(RecordToken record) {
        return record.header().issuedAt().isAfter(clock.instant().plus(CLOCK_SKEW))
                ? new Check("issued-at", Result.FAILED, record.header().issuedAt() + " lies in the future")
                : new Check(
                        "issued-at", Result.PASSED, record.header().issuedAt().toString());
    }

    /** What was cut out is missing, no fault; everything that is there must have its form. */
    private Check schema(RecordToken record) {
        var violations = schemas.violations(record.header().kind(), record.attributes()).stream()
                .filter(violation -> !violation.rule().equals("schema:required"))
                .toList();
        return violations.isEmpty()
                ? new Check(
                        "schema",
                        Result.PASSED,
                        "what is disclosed has the form of "
                                + RecordSchemas.schemaOf(record.header().kind()))
                : new Check("schema", Result.FAILED, violations.toString());
    }
}
