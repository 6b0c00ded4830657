package dev.denchi.model.custody;

import dev.denchi.model.signature.Keystore;
import dev.denchi.model.signature.Signer;
import dev.denchi.model.signature.SigningAlgorithm;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Keys in a PKCS#12 file, for development and small sites; signs on the calling thread. Several replicas share the file. */
public final class KeystoreCustody implements Custody {
    private final Keystore keystore;
    private final Map<String, Signer> signers = new ConcurrentHashMap<>();

    public KeystoreCustody(Keystore keystore) {
        this.keystore = keystore;
    }

    @Override
    public PublicKey make(String name, SigningAlgorithm algorithm) throws IOException, GeneralSecurityException {
        return keystore.make(name, algorithm).getPublicKey();
    }

    @Override
    public Optional<PublicKey> find(String name) throws IOException, GeneralSecurityException {
        return keystore.certificates(name).map(chain -> chain.get(0).getPublicKey());
    }

    @Override
    public CompletionStage<byte[]> sign(String name, SigningAlgorithm algorithm, byte[] input) {
        try {
            return signer(name).sign(input);
        } catch (IOException | GeneralSecurityException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    @Override
    public CompletionStage<byte[]> sign(
            String name, SigningAlgorithm algorithm, Supplier<byte[]> input, byte[] sha256) {
        try {
            return signer(name).sign(input, sha256);
        } catch (IOException | GeneralSecurityException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private Signer signer(String name) throws IOException, GeneralSecurityException {
        Signer known = signers.get(name);
        if (known != null) {
            return known;
        }
        Signer found = keystore.signer(name);
        signers.put(name, found);
        return found;
    }
}
