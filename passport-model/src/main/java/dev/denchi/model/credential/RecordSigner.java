package dev.denchi.model.credential;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.access.AccessPolicy;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.signature.JwsSigning;
import dev.denchi.model.signature.Signer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Signs records with one key: W3C Verifiable Credentials 2.0 secured with SD-JWT (VC-JOSE-COSE, RFC 9901). */
public final class RecordSigner {
    static final String TYP = "vc+sd-jwt";
    static final List<String> CONTEXT =
            List.of("https://www.w3.org/ns/credentials/v2", "https://denchi.dev/ns/record/v1");

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
        DigestCounts counts = digests.getOrDefault(header.kind(), DigestCounts.NONE);
        ByteArrayOutputStream buffer = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = StrictJson.writer(buffer)) {
            Disclosing disclosing = new Disclosing(buffer, json, counts.most());
            Map<String, Object> claims = disclosing.claims(document, counts);
            buffer.reset();
            RecordPayload.write(header, claims, json);
            json.flush();
            return signing.sign(buffer.toByteArray())
                    .thenApply(jwt -> new RecordToken(jwt, header, disclosing.disclosed(), disclosing.digests()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
