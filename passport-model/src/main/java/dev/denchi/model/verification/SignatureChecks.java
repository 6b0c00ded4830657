package dev.denchi.model.verification;

import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.signature.CompactJws;
import dev.denchi.model.signature.JoseHeader;
import dev.denchi.model.signature.PublishedKey;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Who signed, and when: header, certificate, issuer, signature, time. */
final class SignatureChecks {
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private SignatureChecks() {}

    static void ask(RecordToken record, Given given, Answers answers) {
        CompactJws jws = CompactJws.parse(record.issuerJwt());
        answers.give(issuedAt(record.header(), given));
        try {
            JoseHeader header = JoseHeader.read(jws.header(), "vc+sd-jwt");
            answers.give(Question.HEADER.passed(header.algorithm().jose() + ", vc+sd-jwt"));
            who(record.header(), jws, header, given, answers);
        } catch (IllegalArgumentException e) {
            answers.give(Question.HEADER.failed(String.valueOf(e.getMessage())));
            Stream.of(Question.ISSUER, Question.CERTIFICATE, Question.SIGNATURE)
                    .map(question -> question.indeterminate("the header is not accepted"))
                    .forEach(answers::give);
        }
    }

    private static void who(RecordHeader said, CompactJws jws, JoseHeader header, Given given, Answers answers) {
        Optional<PublishedKey> published = given.keysOf(said.issuer()).flatMap(keys -> keys.find(header.keyId()));
        CertificateCheck certificate = new CertificateCheck(said.issuer(), said.issuedAt(), given.anchors());
        Check certified = certificate.of(jws.header(), published);
        answers.give(certified);
        if (!given.keys().isEmpty()) {
            answers.give(IssuerCheck.byPublishedKeys(said, header.keyId(), given));
            answers.give(signature(jws, header, published));
            return;
        }
        Check issuer = IssuerCheck.byCertificate(said, header.keyId(), certified);
        answers.give(issuer);
        Optional<PublishedKey> key = issuer.result() == Check.Result.PASSED
                ? Optional.of(PublishedKey.certified(header.keyId(), certificate.certifiedKey(jws.header())))
                : Optional.empty();
        answers.give(signature(jws, header, key));
    }

    private static Check signature(CompactJws jws, JoseHeader header, Optional<PublishedKey> key) {
        if (key.isEmpty()) {
            return Question.SIGNATURE.indeterminate("the key is not known");
        }
        try {
            return key.get().verifies(header.algorithm(), jws.signingInput(), jws.signature())
                    ? Question.SIGNATURE.passed("made with that key over these bytes")
                    : Question.SIGNATURE.failed("not made with that key over these bytes");
        } catch (GeneralSecurityException e) {
            return Question.SIGNATURE.failed("cannot have been made with that key: " + e.getMessage());
        }
    }

    private static Check issuedAt(RecordHeader said, Given given) {
        return said.issuedAt().isAfter(given.asOf().plus(CLOCK_SKEW))
                ? Question.ISSUED_AT.failed(said.issuedAt() + " lies in the future of " + given.asOf())
                : Question.ISSUED_AT.passed(said.issuedAt() + ", by the issuer's own word");
    }
}
