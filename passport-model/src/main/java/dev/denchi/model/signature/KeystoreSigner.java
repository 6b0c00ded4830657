package dev.denchi.model.signature;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Signs with a private key that lies in a key store of this process; at once, on the calling thread. */
final class KeystoreSigner implements Signer {
    private final SigningAlgorithm algorithm;
    private final String keyId;
    private final List<X509Certificate> certificates;
    private final ThreadLocal<Signature> signatures;
    private final ThreadLocal<Signature> ofHashes;

    KeystoreSigner(SigningAlgorithm algorithm, String keyId, PrivateKey key, List<X509Certificate> certificates) {
        this.algorithm = algorithm;
        this.keyId = keyId;
        this.certificates = List.copyOf(certificates);
        this.signatures = ThreadLocal.withInitial(() -> usable(() -> algorithm.signing(key)));
        this.ofHashes = ThreadLocal.withInitial(() -> usable(() -> algorithm.signingSha256(key)));
    }

    @Override
    public String algorithm() {
        return algorithm.jose();
    }

    @Override
    public String keyId() {
        return keyId;
    }

    @Override
    public List<X509Certificate> certificates() {
        return certificates;
    }

    @Override
    public CompletionStage<byte[]> sign(byte[] signingInput) {
        try {
            return CompletableFuture.completedStage(signed(signatures, signingInput));
        } catch (GeneralSecurityException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    @Override
    public CompletionStage<byte[]> sign(Supplier<byte[]> signingInput, byte[] sha256) {
        if (!algorithm.signsSha256()) {
            return sign(signingInput.get());
        }
        try {
            return CompletableFuture.completedStage(SigningAlgorithm.ofDer(signed(ofHashes, sha256)));
        } catch (GeneralSecurityException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    /** A signature object that failed is not used again. */
    private static byte[] signed(ThreadLocal<Signature> with, byte[] input) throws GeneralSecurityException {
        try {
            Signature signature = with.get();
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            with.remove();
            throw e;
        }
    }

    private static Signature usable(Callable<Signature> signature) {
        try {
            return signature.call();
        } catch (Exception e) {
            throw new IllegalStateException("the signing key cannot be used", e);
        }
    }
}
