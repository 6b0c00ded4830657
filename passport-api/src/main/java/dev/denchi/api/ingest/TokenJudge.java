package dev.denchi.api.ingest;

import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Violation;
import dev.denchi.model.signature.CompactJws;
import dev.denchi.model.signature.JoseHeader;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.signature.RefusedHeader;
import dev.denchi.model.trust.TrustAnchors;
import dev.denchi.model.verification.Check;
import dev.denchi.model.verification.Check.Result;
import dev.denchi.model.verification.Given;
import dev.denchi.model.verification.Question;
import dev.denchi.model.verification.RecordVerifier;
import dev.denchi.model.verification.Verification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Asks the verifier about a token that an operator signed itself, and what only whoever takes it in can ask: is it of today? */
final class TokenJudge {
    /** Who holds a key that ended could write an earlier time; here the time of arrival is known. */
    private static final Duration OLDEST = Duration.ofHours(24);

    private static final Set<Question> ASKED =
            Set.of(Question.HEADER, Question.ISSUER, Question.CERTIFICATE, Question.SIGNATURE, Question.ISSUED_AT);

    private final RecordVerifier verifier;
    private final TrustAnchors anchors;
    private final Clock clock;

    TokenJudge(RecordSchemas schemas, TrustAnchors anchors, Clock clock) {
        this.verifier = new RecordVerifier(schemas);
        this.anchors = anchors;
        this.clock = clock;
    }

    /** @param keys those of the operator under the DID that the token names */
    List<Violation> violations(RecordToken token, OperatorId operator, PublishedKeys keys) {
        Instant now = clock.instant();
        List<Violation> violations = new ArrayList<>();
        if (keys.keys().isEmpty()) {
            violations.add(new Violation(
                    "",
                    "token-issuer",
                    token.header().issuer() + " has no key that is registered for " + operator
                            + "; an administrator registers it at /v1/issuer-keys"));
        }
        Verification found = verifier.verify(
                token.serialize(), Given.keys(List.of(keys), now).withAnchors(anchors));
        found.checks().stream()
                .filter(check -> ASKED.contains(check.question()) && check.result() == Result.FAILED)
                .map(check -> violation(check, token))
                .forEach(violations::add);
        if (violations.isEmpty() && found.resultOf("signature") != Result.PASSED) {
            violations.add(new Violation("", "token-signature", "whether the signature holds could not be told"));
        }
        violations.addAll(ofToday(token, keys, now));
        return violations;
    }

    private static List<Violation> ofToday(RecordToken token, PublishedKeys keys, Instant now) {
        List<Violation> violations = new ArrayList<>();
        Instant issuedAt = token.header().issuedAt();
        if (issuedAt.isBefore(now.minus(OLDEST))) {
            violations.add(new Violation(
                    "/iat",
                    "token-issued-at",
                    "it was signed at " + issuedAt + ", more than " + OLDEST.toHours() + " hours ago; sign it anew"));
        }
        keyId(token)
                .flatMap(keys::find)
                .filter(key -> key.objectionTo(issuedAt).isEmpty())
                .flatMap(key -> key.objectionTo(now)
                        .map(objection -> new Violation(
                                "",
                                "token-issuer",
                                key.id() + ": " + objection + "; nothing signed with it is taken in any more")))
                .ifPresent(violations::add);
        return violations;
    }

    private static Optional<String> keyId(RecordToken token) {
        return Optional.ofNullable(
                CompactJws.parse(token.issuerJwt()).header().path("kid").textValue());
    }

    /** A header is refused for one member, and that one has the fault's name. */
    private static Violation violation(Check check, RecordToken token) {
        if (check.question() == Question.HEADER) {
            try {
                JoseHeader.read(CompactJws.parse(token.issuerJwt()).header(), "vc+sd-jwt");
            } catch (RefusedHeader e) {
                return new Violation("/" + e.member(), "token-" + rule(e.member()), check.reason());
            }
        }
        return new Violation("", "token-" + check.name(), check.reason());
    }

    private static String rule(String member) {
        String plain = member.toLowerCase(Locale.ROOT);
        return plain.matches("[a-z0-9]{1,20}") ? plain : "header";
    }
}
