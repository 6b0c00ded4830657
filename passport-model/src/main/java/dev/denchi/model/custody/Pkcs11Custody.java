package dev.denchi.model.custody;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import dev.denchi.model.signature.Issuer;
import dev.denchi.model.signature.SealCertificates;
import dev.denchi.model.signature.SigningAlgorithm;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Keys in a token behind PKCS#11: a hardware security module, a smart card. For ES256 and ES384; Java's bridge to PKCS#11 knows no Ed25519. Keys are
 * made in the token, marked as sensitive and not to be extracted.
 */
public final class Pkcs11Custody implements Custody {
    private static final int THREADS = 4;
    private static final String SETTINGS = """
            --name = denchi
            library = %s
            %s
            attributes(generate, CKO_PRIVATE_KEY, CKK_EC) = {
              CKA_SIGN = true
              CKA_SENSITIVE = true
              CKA_EXTRACTABLE = false
            }
            """;

    private final Provider provider;
    private final char[] pin;
    private final KeyStore keys;
    private final Map<String, PrivateKey> known = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Pkcs11Custody::thread);

    private Pkcs11Custody(Provider provider, char[] pin, KeyStore keys) {
        this.provider = provider;
        this.pin = pin;
        this.keys = keys;
    }

    /**
     * Logs in to a token.
     *
     * @param library the module of the token's maker
     * @param slot the slot's id; empty for the first slot with a token
     * @throws GeneralSecurityException when there is no such token, or the PIN is wrong
     */
    public static Pkcs11Custody open(Path library, Optional<Long> slot, char[] pin)
            throws IOException, GeneralSecurityException {
        Provider bridge = Security.getProvider("SunPKCS11");
        if (bridge == null) {
            throw new GeneralSecurityException("this Java has no PKCS#11");
        }
        String which = slot.map(id -> "slot = " + id).orElse("slotListIndex = 0");
        Provider provider = bridge.configure(SETTINGS.formatted(library, which));
        KeyStore keys = KeyStore.getInstance("PKCS11", provider);
        keys.load(null, pin);
        return new Pkcs11Custody(provider, pin.clone(), keys);
    }

    @Override
    public synchronized PublicKey make(String name, SigningAlgorithm algorithm)
            throws IOException, GeneralSecurityException {
        if (find(name).isPresent()) {
            throw new GeneralSecurityException("there is a key " + name + " already");
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
        generator.initialize(new ECGenParameterSpec(curve(algorithm)));
        KeyPair pair = generator.generateKeyPair();
        keys.setKeyEntry(name, pair.getPrivate(), null, new Certificate[] {placeholder(name, algorithm, pair)});
        return find(name).orElseThrow(() -> new GeneralSecurityException("the token did not keep " + name));
    }

    /** Read again when it is not there: another process may have made it. */
    @Override
    public synchronized Optional<PublicKey> find(String name) throws IOException, GeneralSecurityException {
        if (!keys.containsAlias(name)) {
            keys.load(null, pin);
        }
        Certificate certificate = keys.getCertificate(name);
        return certificate == null ? Optional.empty() : Optional.of(certificate.getPublicKey());
    }

    /** On threads of its own: a token may be slow, or at the other end of a network. */
    @Override
    public CompletionStage<byte[]> sign(String name, SigningAlgorithm algorithm, byte[] input) {
        CompletableFuture<byte[]> signed = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                signed.complete(signed(name, algorithm, input));
            } catch (IOException | GeneralSecurityException | JOSEException | RuntimeException e) {
                signed.completeExceptionally(e);
            }
        });
        return signed;
    }

    private byte[] signed(String name, SigningAlgorithm algorithm, byte[] input)
            throws IOException, GeneralSecurityException, JOSEException {
        curve(algorithm);
        Signature signature = Signature.getInstance(algorithm.jca(), provider);
        signature.initSign(privateKey(name));
        signature.update(input);
        return ECDSA.transcodeSignatureToConcat(signature.sign(), algorithm == SigningAlgorithm.ES256 ? 64 : 96);
    }

    private PrivateKey privateKey(String name) throws IOException, GeneralSecurityException {
        PrivateKey key = known.get(name);
        if (key != null) {
            return key;
        }
        if (find(name).isEmpty() || !(keys.getKey(name, null) instanceof PrivateKey found)) {
            throw new GeneralSecurityException("there is no key " + name + " in the token");
        }
        known.put(name, found);
        return found;
    }

    /** Java finds a private key in a token by the certificate beside it; this one says nothing else. */
    private X509Certificate placeholder(String name, SigningAlgorithm algorithm, KeyPair pair)
            throws GeneralSecurityException {
        try {
            var signer = new JcaContentSignerBuilder(algorithm.jca())
                    .setProvider(provider)
                    .build(pair.getPrivate());
            return SealCertificates.selfSigned(
                    new Issuer("urn:denchi:key:" + name, name), pair.getPublic(), signer, Instant.now());
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("the token does not sign with " + name, e);
        }
    }

    private static String curve(SigningAlgorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case ES256 -> "secp256r1";
            case ES384 -> "secp384r1";
            case EDDSA -> throw new GeneralSecurityException("keys for EdDSA cannot be kept behind PKCS#11");
        };
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "pkcs11");
        thread.setDaemon(true);
        return thread;
    }
}
