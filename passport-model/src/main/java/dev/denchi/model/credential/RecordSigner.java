package dev.denchi.model.credential;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.access.AccessPolicy;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.signature.JwsSigning;
import dev.denchi.model.signature.Signer;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Signs records with one key: W3C Verifiable Credentials 2.0 secured with SD-JWT (VC-JOSE-COSE, RFC 9901). */
public final class RecordSigner {
    /** For the signers of all keys; a key that is far away may have many records under way, most of which find none. */
    private static final Queue<TokenWriter> IDLE = new ArrayBlockingQueue<>(16);

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
        @Nullable TokenWriter kept = IDLE.poll();
        TokenWriter writer = kept == null ? new TokenWriter() : kept;
        write(writer, header, document);
        return signing.signature(writer::input, writer.hashed())
                .thenApply(signature -> token(writer, header, signature));
    }

    private static RecordToken token(TokenWriter writer, RecordHeader header, byte[] signature) {
        RecordToken token = writer.token(header, signature);
        if (writer.isWorthKeeping()) {
            boolean unused = IDLE.offer(writer);
        }
        return token;
    }

    /**
     * All of it but the signature, for whoever holds the key.
     *
     * @throws IllegalArgumentException as {@link #sign}
     */
    public UnsignedRecord unsigned(RecordHeader header, JsonNode document) {
        TokenWriter writer = new TokenWriter();
        write(writer, header, document);
        return UnsignedRecord.of(writer.token(header, new byte[0]));
    }

    private void write(TokenWriter writer, RecordHeader header, JsonNode document) {
        writer.write(header, document, digests.getOrDefault(header.kind(), DigestCounts.NONE), signing);
    }
}
