package dev.denchi.model.signature;

import static dev.denchi.model.credential.SignedExamples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SigningAlgorithmTest {
    private static final byte[] INPUT = {1, 2, 3};
    private static final Issuer SAKURA = new Issuer("did:web:passports.example:operators:sakura-cells", "Sakura Cells");

    private Path folder;

    @BeforeEach
    void name(@TempDir Path empty) {
        folder = empty;
    }

    @ParameterizedTest
    @EnumSource
    void a_key_store_keeps_a_key_of_it_that_signs_what_its_published_key_verifies(SigningAlgorithm algorithm)
            throws Exception {
        IssuerKey made = keys().keyOf(SAKURA, algorithm, NOW);
        IssuerKey kept = keys().keyOf(SAKURA, NOW);
        byte[] signature = kept.signer().sign(INPUT).toCompletableFuture().join();
        PublishedKey published = new PublishedKey(made.published());

        assertEquals(algorithm.jose(), kept.signer().algorithm());
        assertEquals(made.published().toJSONString(), kept.published().toJSONString());
        assertTrue(published.verifies(algorithm, INPUT, signature));
        assertFalse(published.verifies(algorithm, new byte[] {1, 2, 4}, signature));
        assertTrue(published.isSameKeyAs(kept.signer().certificates().get(0).getPublicKey()));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_signed_by_its_hash_verifies_like_what_is_signed_itself(SigningAlgorithm algorithm) throws Exception {
        IssuerKey made = keys().keyOf(SAKURA, algorithm, NOW);
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(INPUT);
        byte[] signature =
                made.signer().sign(() -> INPUT, sha256).toCompletableFuture().join();
        PublishedKey published = new PublishedKey(made.published());

        assertTrue(published.verifies(algorithm, INPUT, signature));
        assertFalse(published.verifies(algorithm, new byte[] {1, 2, 4}, signature));
    }

    @ParameterizedTest
    @EnumSource
    void the_certificate_it_makes_is_signed_by_the_key_itself(SigningAlgorithm algorithm) throws Exception {
        var certificate =
                keys().keyOf(SAKURA, algorithm, NOW).signer().certificates().get(0);
        certificate.verify(certificate.getPublicKey());
        assertEquals(Optional.of(algorithm), SigningAlgorithm.of(certificate.getPublicKey()));
    }

    @ParameterizedTest
    @EnumSource
    void a_key_of_it_verifies_by_no_other_algorithm(SigningAlgorithm algorithm) throws Exception {
        IssuerKey key = keys().keyOf(SAKURA, algorithm, NOW);
        byte[] signature = key.signer().sign(INPUT).toCompletableFuture().join();
        for (SigningAlgorithm other : SigningAlgorithm.values()) {
            if (other != algorithm) {
                assertThrows(
                        GeneralSecurityException.class,
                        () -> new PublishedKey(key.published()).verifies(other, INPUT, signature));
            }
        }
    }

    @Test
    void a_key_that_is_published_for_encryption_or_another_algorithm_verifies_nothing() throws Exception {
        ECKey key =
                new ECKeyGenerator(Curve.P_256).keyID("did:web:x#1").generate().toPublicJWK();
        var encrypts = new ECKey.Builder(key).keyUse(KeyUse.ENCRYPTION).build();
        var agrees = new ECKey.Builder(key).algorithm(JWEAlgorithm.ECDH_ES).build();
        for (ECKey unfit : new ECKey[] {encrypts, agrees}) {
            assertThrows(
                    GeneralSecurityException.class,
                    () -> new PublishedKey(unfit).verifies(SigningAlgorithm.ES256, INPUT, new byte[64]));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_signature_of_another_length_is_none(SigningAlgorithm algorithm) throws Exception {
        PublishedKey key = new PublishedKey(keys().keyOf(SAKURA, algorithm, NOW).published());
        for (int length : new int[] {0, 1, 63, 64, 65, 71, 96, 97, 132}) {
            assertFalse(key.verifies(algorithm, INPUT, new byte[length]), () -> length + " bytes");
        }
    }

    @Test
    void keys_of_other_types_and_curves_are_for_none_of_them() throws Exception {
        var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();
        var p521 = new ECKeyGenerator(Curve.P_521).generate().toECPublicKey();
        var ed448 = KeyPairGenerator.getInstance("Ed448").generateKeyPair().getPublic();
        assertEquals(Optional.empty(), SigningAlgorithm.of(rsa));
        assertEquals(Optional.empty(), SigningAlgorithm.of(p521));
        assertEquals(Optional.empty(), SigningAlgorithm.of(ed448));
        assertThrows(IllegalArgumentException.class, () -> SigningAlgorithm.ES256.jwk(p521));
        assertEquals(Optional.empty(), SigningAlgorithm.ofJose("none"));
        assertEquals(Optional.empty(), SigningAlgorithm.ofJose("HS256"));
    }

    private Keystore keys() throws Exception {
        return Keystore.open(folder.resolve("keys.p12"), "secret".toCharArray());
    }
}
