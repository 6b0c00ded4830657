package dev.denchi.model.custody;

import dev.denchi.model.signature.Signer;
import dev.denchi.model.signature.SigningAlgorithm;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Signs with a key in somebody's custody.
 *
 * @param name what the key is called there
 */
public record HeldSigner(
        Custody custody, String name, SigningAlgorithm by, String keyId, List<X509Certificate> certificates)
        implements Signer {

    public HeldSigner {
        certificates = List.copyOf(certificates);
    }

    @Override
    public String algorithm() {
        return by.jose();
    }

    @Override
    public CompletionStage<byte[]> sign(byte[] signingInput) {
        return custody.sign(name, by, signingInput);
    }

    @Override
    public CompletionStage<byte[]> sign(Supplier<byte[]> signingInput, byte[] sha256) {
        return custody.sign(name, by, signingInput, sha256);
    }
}
