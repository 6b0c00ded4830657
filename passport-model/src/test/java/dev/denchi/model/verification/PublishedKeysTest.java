package dev.denchi.model.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.denchi.model.credential.SignedExamples;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.signature.PublishedKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedKeysTest {
    private static final SignedExamples SAKURA = SignedExamples.bySakura();
    private static final byte[] DOCUMENT = StrictJson.write(SAKURA.published.didDocument());

    @Test
    void a_did_document_read_again_verifies_the_same_records() {
        PublishedKeys read = PublishedKeys.ofDidDocument(DOCUMENT);
        assertEquals(SAKURA.published, read);
        assertTrue(SignedExamples.verified(SAKURA.signed(RecordKind.BATTERY).serialize(), read)
                .isGood());
    }

    @Test
    void the_document_names_the_key_for_assertions() {
        var document = StrictJson.read(DOCUMENT);
        String keyId = SAKURA.key.signer().keyId();
        assertEquals(SAKURA.issuer.did(), document.path("id").textValue());
        assertEquals(keyId, document.at("/verificationMethod/0/id").textValue());
        assertEquals(keyId, document.at("/assertionMethod/0").textValue());
        assertEquals(
                keyId, document.at("/verificationMethod/0/publicKeyJwk/kid").textValue());
        assertTrue(document.at("/verificationMethod/0/publicKeyJwk/d").isMissingNode());
    }

    @Test
    void a_private_key_is_never_published() throws Exception {
        var pair = new ECKeyGenerator(Curve.P_256).keyID("did:web:x#1").generate();
        var published = PublishedKeys.of("did:web:x", List.of(pair));
        assertFalse(StrictJson.toNode(published.didDocument()).toString().contains("\"d\""));
        assertFalse(StrictJson.toNode(published.jwks()).toString().contains("\"d\""));
    }

    @Test
    void a_key_that_is_not_for_assertions_signs_no_record() {
        var document = (ObjectNode) StrictJson.read(DOCUMENT);
        document.set("authentication", document.remove("assertionMethod"));
        var keys = PublishedKeys.ofDidDocument(StrictJson.write(document));
        var found = SignedExamples.verified(SAKURA.signed(RecordKind.BATTERY).serialize(), keys);
        assertEquals(Check.Result.FAILED, found.resultOf("issuer"));
        assertFalse(found.isGood());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "{}",
                "{\"id\":7}",
                "{\"id\":\"did:web:x\",\"assertionMethod\":[\"did:web:x#k\"],\"verificationMethod\":[{\"id\":\"did:web:x#k\"}]}",
                "{\"id\":\"did:web:x\",\"assertionMethod\":[\"did:web:x#k\"],"
                        + "\"verificationMethod\":[{\"id\":\"did:web:x#k\",\"publicKeyJwk\":{\"kty\":\"EC\"}}]}",
                "{\"id\":\"did:web:x\",\"assertionMethod\":[\"did:web:x#k\"],"
                        + "\"verificationMethod\":[{\"id\":\"did:web:x#k\",\"publicKeyJwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}}]}",
            })
    void refuses_what_is_no_did_document_with_keys(String document) {
        assertThrows(
                IllegalArgumentException.class,
                () -> PublishedKeys.ofDidDocument(document.getBytes(StandardCharsets.UTF_8)));
    }
}
