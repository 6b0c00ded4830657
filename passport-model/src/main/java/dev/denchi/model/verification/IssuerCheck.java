package dev.denchi.model.verification;

import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.signature.PublishedKey;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.verification.Check.Result;
import java.util.List;
import java.util.Optional;

/** Whether the key that the token names is the operator's, at the time of the record. */
final class IssuerCheck {
    private IssuerCheck() {}

    static Check byPublishedKeys(RecordHeader said, String keyId, Given given) {
        Optional<PublishedKeys> published = given.keysOf(said.issuer());
        if (published.isEmpty()) {
            List<String> known =
                    given.keys().stream().map(PublishedKeys::issuer).toList();
            return Question.ISSUER.failed("the record is said by " + said.issuer() + ", the keys given are those of "
                    + String.join(", ", known));
        }
        Optional<PublishedKey> key = published.get().find(keyId);
        if (key.isEmpty() || !isOf(keyId, said)) {
            return Question.ISSUER.failed("\"" + keyId + "\" is no key of " + said.issuer());
        }
        String name = keyId + " is a key of " + said.issuer();
        return key.get()
                .objectionTo(said.issuedAt())
                .map(objection -> Question.ISSUER.failed(
                        name + ", but " + objection + "; the record says it was made at " + said.issuedAt()))
                .orElseGet(() -> Question.ISSUER.passed(name
                        + key.get()
                                .revoked()
                                .map(when -> "; it was revoked " + when
                                        + ", and the record says it was made before, at " + said.issuedAt())
                                .orElse("")));
    }

    /** Where nobody's keys are given, a certificate that an anchor vouches for binds its key to the operator. */
    static Check byCertificate(RecordHeader said, String keyId, Check certified) {
        if (!isOf(keyId, said)) {
            return Question.ISSUER.failed("\"" + keyId + "\" is no key of " + said.issuer());
        }
        return certified.result() == Result.PASSED
                ? Question.ISSUER.passed("the certificate binds its key to " + said.issuer())
                : Question.ISSUER.indeterminate(
                        "no keys of " + said.issuer() + " were given; its own are at its did:web document");
    }

    private static boolean isOf(String keyId, RecordHeader said) {
        return keyId.startsWith(said.issuer() + "#");
    }
}
