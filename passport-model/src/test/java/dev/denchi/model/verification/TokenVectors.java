package dev.denchi.model.verification;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import dev.denchi.model.access.Reader;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordSigner;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.credential.SignedExamples;
import dev.denchi.model.format.Examples;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.signature.Signer;
import dev.denchi.model.signature.SigningAlgorithm;
import dev.denchi.model.status.StatusEntry;
import dev.denchi.model.status.StatusList;
import dev.denchi.model.status.StatusListCredential;
import dev.denchi.model.status.StatusPurpose;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Writes openapi/examples/tokens anew, from the private keys that lie there: salts and signatures are others each time, the rest is
 * the same. {@code mvn -pl passport-model test -Dtest=TokenVectorsTest -Ddenchi.vectors=write}
 */
final class TokenVectors {
    static final Path FOLDER = Path.of("..", "openapi", "examples", "tokens");
    static final Instant ISSUED = Instant.parse("2026-11-23T20:00:00Z");

    private static final String DID = "did:web:vectors.example:operators:test-keys";
    /** Of an operator that signs itself; its records' status is told by the lists of the DID above. */
    private static final String OWN_DID = "did:web:maker.example";

    private static final RecordId ID = new RecordId(UUID.fromString("0198c0de-7e57-7000-8000-000000000001"));
    private static final int SUPERSEDED = 1;
    private static final int CURRENT = 2;
    private static final int REVOKED = 3;
    private static final int STANDING = 4;

    private final Map<SigningAlgorithm, JWK> keys = new LinkedHashMap<>();

    /** Signs with a private key as JWK, by the JDK alone. */
    private record JwkSigner(SigningAlgorithm by, String keyId, PrivateKey key) implements Signer {
        @Override
        public String algorithm() {
            return by.jose();
        }

        @Override
        public List<X509Certificate> certificates() {
            return List.of();
        }

        @Override
        public CompletionStage<byte[]> sign(byte[] signingInput) {
            try {
                Signature signature = Signature.getInstance(
                        switch (by) {
                            case ES256 -> "SHA256withECDSAinP1363Format";
                            case ES384 -> "SHA384withECDSAinP1363Format";
                            case EDDSA -> "Ed25519";
                        });
                signature.initSign(key);
                signature.update(signingInput);
                return CompletableFuture.completedStage(signature.sign());
            } catch (GeneralSecurityException e) {
                return CompletableFuture.failedStage(e);
            }
        }
    }

    static void write() throws Exception {
        TokenVectors vectors = new TokenVectors();
        for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
            String name = algorithm.jose().toLowerCase(Locale.ROOT);
            JWK key = JWK.parse(Files.readString(FOLDER.resolve("private-" + name + "-test-key.json")));
            vectors.keys.put(algorithm, key);
        }
        vectors.writeKeys();
        for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
            vectors.writeCuts(algorithm, RecordKind.BATTERY);
        }
        vectors.writeCuts(SigningAlgorithm.ES256, RecordKind.BATTERY_MODEL);
        vectors.writeHistory();
        vectors.writeSelfSigned();
    }

    private void writeKeys() throws IOException {
        PublishedKeys published = PublishedKeys.of(DID, List.copyOf(keys.values()));
        Files.write(FOLDER.resolve("did.json"), StrictJson.write(published.didDocument()));
        Files.write(FOLDER.resolve("jwks.json"), StrictJson.write(published.jwks()));
    }

    private void writeCuts(SigningAlgorithm algorithm, RecordKind kind) throws Exception {
        RecordToken whole = signed(algorithm, kind, 1, null, ISSUED, List.of());
        String name = algorithm.jose().toLowerCase(Locale.ROOT) + "-" + kind.label();
        write(name + "-whole", whole);
        for (String group : SignedExamples.POLICY.readers().keySet()) {
            write(name + "-" + group, whole.cut(SignedExamples.POLICY, Reader.inGroup(group)));
        }
    }

    private void writeHistory() throws Exception {
        RecordToken first = battery(1, null, SUPERSEDED);
        write("history-1-superseded", first);
        write("history-2-current", battery(2, first.sha256(), CURRENT));
        write("history-2-revoked", battery(2, first.sha256(), REVOKED));
        write("history-2-of-another", battery(2, "ab".repeat(32), CURRENT));
        writeList(StatusPurpose.REVOCATION, REVOKED);
        writeList(StatusPurpose.REFRESH, SUPERSEDED);
    }

    private void writeSelfSigned() throws Exception {
        JWK key = JWK.parse(Files.readString(FOLDER.resolve("private-own-test-key.json")));
        PublishedKeys published = PublishedKeys.of(OWN_DID, List.of(key));
        Files.write(FOLDER.resolve("own-did.json"), StrictJson.write(published.didDocument()));
        Signer signer = new JwkSigner(SigningAlgorithm.ES256, key.getKeyID(), privateKey(key));
        write("own-battery-standing", signed(signer, OWN_DID, RecordKind.BATTERY, 1, null, ISSUED, statusAt(STANDING)));
        write("own-battery-revoked", signed(signer, OWN_DID, RecordKind.BATTERY, 1, null, ISSUED, statusAt(REVOKED)));
    }

    private RecordToken battery(int version, @Nullable String previousSha256, int index) throws Exception {
        Instant issuedAt = ISSUED.plusSeconds(60L * version);
        return signed(SigningAlgorithm.ES256, RecordKind.BATTERY, version, previousSha256, issuedAt, statusAt(index));
    }

    private static List<StatusEntry> statusAt(int index) {
        return List.of(
                new StatusEntry(StatusPurpose.REVOCATION, list(StatusPurpose.REVOCATION), index),
                new StatusEntry(StatusPurpose.REFRESH, list(StatusPurpose.REFRESH), index));
    }

    private void writeList(StatusPurpose purpose, int set) throws Exception {
        StatusList bits = StatusList.of(StatusList.SMALLEST, IntStream.of(set));
        Instant from = ISSUED.plusSeconds(600);
        String jwt = new StatusListCredential(
                        list(purpose), DID, Set.of(purpose), from, Instant.parse("2126-01-01T00:00:00Z"), bits)
                .sign(signer(SigningAlgorithm.ES256))
                .toCompletableFuture()
                .join();
        Files.writeString(FOLDER.resolve("status-" + purpose.label() + ".jwt"), jwt + "\n");
    }

    private RecordToken signed(
            SigningAlgorithm algorithm,
            RecordKind kind,
            int version,
            @Nullable String previousSha256,
            Instant issuedAt,
            List<StatusEntry> status)
            throws Exception {
        return signed(signer(algorithm), DID, kind, version, previousSha256, issuedAt, status);
    }

    private static RecordToken signed(
            Signer signer,
            String did,
            RecordKind kind,
            int version,
            @Nullable String previousSha256,
            Instant issuedAt,
            List<StatusEntry> status) {
        var content = RecordReader.content(kind, Examples.of(kind));
        var header = new RecordHeader(
                ID, kind, content.subject(new OperatorId("test-keys")), did, version, previousSha256, issuedAt, status);
        return new RecordSigner(signer, SignedExamples.POLICY)
                .sign(header, Examples.of(kind))
                .toCompletableFuture()
                .join();
    }

    private Signer signer(SigningAlgorithm algorithm) throws Exception {
        JWK key = Objects.requireNonNull(keys.get(algorithm));
        return new JwkSigner(algorithm, key.getKeyID(), privateKey(key));
    }

    private static PrivateKey privateKey(JWK key) throws Exception {
        if (key instanceof OctetKeyPair pair && pair.getCurve().equals(Curve.Ed25519)) {
            var ed25519 = new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);
            byte[] encoded = new PrivateKeyInfo(ed25519, new DEROctetString(pair.getDecodedD())).getEncoded();
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        }
        return key.toECKey().toECPrivateKey();
    }

    private static URI list(StatusPurpose purpose) {
        return URI.create("https://vectors.example/operators/test-keys/status/" + purpose.label());
    }

    private static void write(String name, RecordToken token) throws IOException {
        Files.writeString(FOLDER.resolve(name + ".sd-jwt"), token.serialize() + "\n");
    }

    private TokenVectors() {}
}
