package dev.denchi.deploy.local.walk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.verification.Check;
import dev.denchi.model.verification.Given;
import dev.denchi.model.verification.RecordVerifier;
import dev.denchi.model.verification.Verification;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Station 8: what was pulled, against the keys that its issuer has published; and the same with one byte changed. */
final class PulledTokensVerify implements Step {

    @Override
    public String title() {
        return "The pulled tokens verify against the issuer's published key, and a flipped byte is caught";
    }

    @Override
    public List<String> take(Journey journey) throws Exception {
        RecordVerifier verifier = new RecordVerifier(new RecordSchemas());
        List<String> findings = new ArrayList<>();
        for (String token : journey.pulledTokens()) {
            RecordToken record = RecordToken.parse(token);
            Given given = Given.keys(List.of(keysOf(record.header().issuer())), Instant.now());
            Verification found = verifier.verify(token, given);
            Expect.that(
                    found.outcome() != Check.Result.FAILED,
                    "%s: %s",
                    record.header().kind().label(),
                    described(found));
            findings.add("%-17s %s".formatted(record.header().kind().label(), named(found)));
            for (int part = 0; part < 4; part++) {
                Verification flipped = verifier.verify(Flip.onePlace(token, part), given);
                Expect.that(
                        flipped.outcome() == Check.Result.FAILED,
                        "a change in part %d of %s was not noticed",
                        part + 1,
                        token);
            }
        }
        String sample = journey.pulledTokens().get(0);
        PublishedKeys keys = keysOf(RecordToken.parse(sample).header().issuer());
        findings.add("keys of " + keys.issuer() + " at " + DidWeb.document(keys.issuer()));
        findings.add("one character changed in the signature: "
                + described(verifier.verify(
                        Flip.onePlace(sample, Flip.SIGNATURE), Given.keys(List.of(keys), Instant.now()))));
        findings.add("caught in header, payload, signature and disclosures of each");
        return findings;
    }

    private static PublishedKeys keysOf(String issuer) throws IOException, InterruptedException {
        Answer answer = new Web(DidWeb.document(issuer)).get("", Map.of()).expecting(200);
        return PublishedKeys.ofDidDocument(answer.body().getBytes(UTF_8));
    }

    private static String named(Verification found) {
        return String.join(
                ", ",
                found.checks().stream()
                        .map(check -> check.name() + " " + check.result())
                        .toList());
    }

    /** What went wrong. */
    private static String described(Verification found) {
        return String.join(
                "; ",
                found.checks().stream()
                        .filter(check -> check.result() == Check.Result.FAILED)
                        .map(check -> check.name() + " FAILED, " + check.reason())
                        .toList());
    }
}
