package dev.denchi.model.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.Examples;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.signature.Signer;
import dev.denchi.model.verification.Check;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Buffers are used again; nothing of one record may be found in the next. */
class TokenWriterTest {
    private static final SignedExamples SAKURA = SignedExamples.bySakura();

    @Test
    void a_small_record_after_a_large_one_is_whole_and_nothing_else() {
        for (RecordKind kind : List.of(RecordKind.BATTERY_MODEL, RecordKind.BATTERY, RecordKind.BATTERY_MODEL)) {
            RecordToken token = SAKURA.signed(kind);
            RecordToken read = RecordToken.parse(token.serialize());
            assertEquals(Examples.of(kind), read.attributes());
            assertEquals(token.sha256(), read.sha256());
            assertTrue(SAKURA.verified(token.serialize()).isGood());
        }
    }

    @Test
    void disclosures_of_every_length_stand_one_behind_the_other() {
        for (int length = 1; length < 20; length++) {
            String serial = "S".repeat(length);
            JsonNode document = Examples.with(RecordKind.BATTERY, "/serialNumber", '"' + serial + '"');
            RecordToken token = SAKURA.signed(RecordKind.BATTERY, document, 1, null, SignedExamples.NOW);
            assertEquals(document, RecordToken.parse(token.serialize()).attributes());
            assertEquals(
                    token.pointers().size() + 1,
                    token.serialize().chars().filter(c -> c == '~').count());
        }
    }

    @Test
    void records_whose_signatures_come_late_and_in_another_order_do_not_mix() {
        FarAway key = new FarAway(SAKURA.key.signer());
        RecordSigner signer = new RecordSigner(key, SignedExamples.POLICY);
        List<CompletableFuture<RecordToken>> signed = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            JsonNode document = Examples.with(RecordKind.BATTERY, "/serialNumber", "\"S-" + i + "\"");
            signed.add(signer.sign(SAKURA.signed(RecordKind.BATTERY).header(), document)
                    .toCompletableFuture());
        }
        Collections.reverse(key.asked);
        key.asked.forEach(Runnable::run);
        for (int i = 0; i < signed.size(); i++) {
            String token = signed.get(i).join().serialize();
            assertEquals(
                    "S-" + i,
                    RecordToken.parse(token).attributes().path("serialNumber").textValue());
            assertEquals(Check.Result.PASSED, SAKURA.verified(token).resultOf("signature"));
        }
    }

    /** Signs when it is told to. */
    private record FarAway(Signer key, List<Runnable> asked) implements Signer {
        FarAway(Signer key) {
            this(key, new ArrayList<>());
        }

        @Override
        public String algorithm() {
            return key.algorithm();
        }

        @Override
        public String keyId() {
            return key.keyId();
        }

        @Override
        public List<X509Certificate> certificates() {
            return key.certificates();
        }

        @Override
        public CompletionStage<byte[]> sign(byte[] signingInput) {
            CompletableFuture<byte[]> signature = new CompletableFuture<>();
            asked.add(() -> signature.complete(
                    key.sign(signingInput).toCompletableFuture().join()));
            return signature;
        }
    }
}
