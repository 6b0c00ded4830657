package dev.denchi.model.custody;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordSigner;
import dev.denchi.model.credential.SignedExamples;
import dev.denchi.model.format.Examples;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.signature.Issuer;
import dev.denchi.model.signature.Keystore;
import dev.denchi.model.signature.PublishedKey;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.signature.SigningAlgorithm;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The laws of {@link Custody}, for each that is to be had here. */
class CustodyTest {
    private static final Issuer ISSUER = SignedExamples.bySakura().issuer;

    @Test
    void a_keystore_keeps_keys_of_every_algorithm(@TempDir Path home) throws Exception {
        Path file = home.resolve("keys.p12");
        Custody one = new KeystoreCustody(Keystore.open(file, "secret".toCharArray()));
        Custody other = new KeystoreCustody(Keystore.open(file, "secret".toCharArray()));
        for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
            keepsTheLaws(one, other, algorithm);
        }
    }

    @Test
    void a_token_behind_pkcs_11_keeps_keys_for_ecdsa(@TempDir Path home) throws Exception {
        assumeTrue(SoftHsm.isThere(), "SoftHSM is not installed (Debian: softhsm2)");
        try (SoftHsm token = SoftHsm.in(home)) {
            Custody one = token.open();
            Custody other = token.open();
            keepsTheLaws(one, other, SigningAlgorithm.ES256);
            keepsTheLaws(one, other, SigningAlgorithm.ES384);
            assertThrows(GeneralSecurityException.class, () -> one.make("ed", SigningAlgorithm.EDDSA));
        }
    }

    private static void keepsTheLaws(Custody one, Custody other, SigningAlgorithm algorithm) throws Exception {
        String name = "denchi-sakura-cells-" + algorithm.jose().toLowerCase(Locale.ROOT);
        assertEquals(Optional.empty(), one.find(name));
        PublicKey made = one.make(name, algorithm);
        assertThrows(GeneralSecurityException.class, () -> one.make(name, algorithm));
        for (Custody each : List.of(one, other)) {
            assertArrayEquals(made.getEncoded(), each.find(name).orElseThrow().getEncoded());
            signsRecords(each, name, algorithm, made);
        }
        assertThrows(
                ExecutionException.class,
                () -> one.sign("none", algorithm, new byte[1])
                        .toCompletableFuture()
                        .get());
    }

    private static void signsRecords(Custody custody, String name, SigningAlgorithm algorithm, PublicKey key)
            throws Exception {
        PublishedKey published = PublishedKey.of(ISSUER.did(), key);
        HeldSigner bare = new HeldSigner(custody, name, algorithm, published.id(), List.of());
        X509Certificate certificate = Sealing.selfSigned(ISSUER, key, bare, SignedExamples.NOW);
        certificate.verify(key);
        HeldSigner signer = new HeldSigner(custody, name, algorithm, published.id(), List.of(certificate));

        var document = Examples.of(RecordKind.BATTERY_MODEL);
        var content = RecordReader.content(RecordKind.BATTERY_MODEL, document);
        var header = new RecordHeader(
                SignedExamples.ID,
                RecordKind.BATTERY_MODEL,
                content.subject(SignedExamples.SAKURA),
                ISSUER.did(),
                1,
                null,
                SignedExamples.NOW);
        String token = new RecordSigner(signer, SignedExamples.POLICY)
                .sign(header, document)
                .toCompletableFuture()
                .get()
                .serialize();
        var found = SignedExamples.verified(token, PublishedKeys.of(ISSUER.did(), List.of(published.jwk())));
        assertTrue(found.isGood(), found::toString);

        var request = (PKCS10CertificationRequest)
                new PEMParser(new StringReader(Sealing.request(ISSUER, key, signer))).readObject();
        assertTrue(request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key)));
        assertTrue(new String(request.getEncoded(), StandardCharsets.ISO_8859_1).contains(ISSUER.did()));
    }
}
