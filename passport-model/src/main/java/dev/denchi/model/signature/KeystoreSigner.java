package dev.denchi.model.signature;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Signs with a private key that lies in a key store of this process; at once, on the calling thread. */
final class KeystoreSigner implements Signer {
    private final SigningAlgorithm algorithm;
    private final String keyId;
    private final List<X509Certificate> certificates;
    private final ThreadLocal<Signature> signatures;

    KeystoreSigner(SigningAlgorithm algorithm, String keyId, PrivateKey key, List<X509Certificate> certificates) {
        this.algorithm = algorithm;
        this.keyId = keyId;
        this.certificates = List.copyOf(certificates);
        this.signatures = ThreadLocal.withInitial(() -> signatureWith(algorithm, key));
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
            Signature signature = signatures.get();
            signature.update(signingInput);
            return CompletableFuture.completedStage(signature.sign());
        } catch (GeneralSecurityException e) {
            signatures.remove();
            return CompletableFuture.failedStage(e);
        }
    }

    private static Signature signatureWith(SigningAlgorithm algorithm, PrivateKey key) {
        try {
            return algorithm.signing(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the signing key cannot be used", e);
        }
    }
}
