package dev.denchi.model.signature;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Stands for a key that somebody else holds: it is named in what is prepared for him to sign, and signs nothing here. */
public record AbsentSigner(String algorithm, String keyId, List<X509Certificate> certificates) implements Signer {

    public AbsentSigner {
        certificates = List.copyOf(certificates);
    }

    @Override
    public CompletionStage<byte[]> sign(byte[] signingInput) {
        return CompletableFuture.failedStage(new UnsupportedOperationException(keyId + " is held by somebody else"));
    }
}
