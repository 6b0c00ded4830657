package dev.denchi.model.signature;

import static dev.denchi.model.credential.SignedExamples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.denchi.model.identifier.OperatorId;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeystoreTest {
    private static final char[] PASSWORD = "secret".toCharArray();
    private static final Issuer SAKURA = issuer("sakura-cells");

    private Path folder;
    private Path file;

    @BeforeEach
    void name(@TempDir Path empty) {
        folder = empty;
        file = folder.resolve("keys/keys.p12");
    }

    @Test
    void a_key_is_the_same_when_the_file_is_opened_again() throws Exception {
        IssuerKey before = Keystore.open(file, PASSWORD).keyOf(SAKURA, NOW);
        IssuerKey after = Keystore.open(file, PASSWORD).keyOf(SAKURA, NOW.plusSeconds(86_400));
        assertEquals(before.published().toJSONString(), after.published().toJSONString());
        assertEquals(before.signer().certificates(), after.signer().certificates());
    }

    @Test
    void each_issuer_has_its_own_key_under_its_own_did() throws Exception {
        Keystore keystore = Keystore.open(file, PASSWORD);
        IssuerKey sakura = keystore.keyOf(SAKURA, NOW);
        IssuerKey fuji = keystore.keyOf(issuer("fuji-packs"), NOW);
        assertNotEquals(sakura.published().computeThumbprint(), fuji.published().computeThumbprint());
        assertEquals(
                "did:web:127.0.0.1%3A8080:operators:sakura-cells#"
                        + sakura.published().computeThumbprint(),
                sakura.signer().keyId());
    }

    @Test
    void what_is_published_has_no_private_part() throws Exception {
        assertFalse(Keystore.open(file, PASSWORD).keyOf(SAKURA, NOW).published().isPrivate());
    }

    @Test
    void only_its_owner_may_read_the_file() throws Exception {
        Keystore.open(file, PASSWORD).keyOf(SAKURA, NOW);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void nothing_is_left_beside_the_file() throws Exception {
        Keystore keystore = Keystore.open(file, PASSWORD);
        keystore.keyOf(SAKURA, NOW);
        keystore.keyOf(issuer("fuji-packs"), NOW);
        try (var files = Files.list(folder.resolve("keys"))) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void refuses_a_wrong_password() throws Exception {
        Keystore.open(file, PASSWORD).keyOf(SAKURA, NOW);
        assertThrows(GeneralSecurityException.class, () -> Keystore.open(file, "guess".toCharArray()));
    }

    @Test
    void refuses_a_file_that_is_no_key_store() throws Exception {
        Path text = Files.write(folder.resolve("keys.txt"), "no keys".getBytes(StandardCharsets.UTF_8));
        assertThrows(GeneralSecurityException.class, () -> Keystore.open(text, PASSWORD));
    }

    @Test
    void a_key_that_cannot_be_kept_never_signs() throws Exception {
        Path noFolder = Files.createFile(folder.resolve("plain"));
        Keystore keystore = Keystore.open(noFolder.resolve("keys.p12"), PASSWORD);
        assertThrows(IOException.class, () -> keystore.keyOf(SAKURA, NOW));
        assertThrows(IOException.class, () -> keystore.keyOf(SAKURA, NOW));
    }

    @Test
    void many_who_ask_at_once_get_one_key() throws Exception {
        Keystore keystore = Keystore.open(file, PASSWORD);
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<String> keyId = () -> keystore.keyOf(SAKURA, NOW).signer().keyId();
            List<Future<String>> keyIds = threads.invokeAll(
                    IntStream.range(0, 16).mapToObj(i -> keyId).toList());
            Set<String> distinct = new HashSet<>();
            for (Future<String> found : keyIds) {
                distinct.add(found.get());
            }
            assertEquals(1, distinct.size());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void the_certificate_names_the_issuer_and_certifies_the_published_key() throws Exception {
        IssuerKey key = Keystore.open(file, PASSWORD).keyOf(SAKURA, NOW);
        var certificate = key.signer().certificates().get(0);
        certificate.verify(certificate.getPublicKey());
        assertEquals(
                key.published().toECKey().toECPublicKey().getW(), ((ECPublicKey) certificate.getPublicKey()).getW());
        assertEquals(
                SAKURA.did(),
                certificate.getSubjectAlternativeNames().iterator().next().get(1));
    }

    private static Issuer issuer(String operator) {
        return Issuer.at(URI.create("http://127.0.0.1:8080"), new OperatorId(operator), operator + " K.K.");
    }
}
