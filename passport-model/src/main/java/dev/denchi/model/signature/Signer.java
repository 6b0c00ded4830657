package dev.denchi.model.signature;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Signs with one private key, which may be far away (a key service, a smart card).
 *
 * <p>Laws: {@link #sign} never blocks its caller on the network; what it returns verifies with the public key that is
 * published under {@link #keyId()}; the same signer always has the same key id, algorithm and certificates.
 */
public interface Signer {

    /** The JOSE algorithm: the name of one of {@link SigningAlgorithm}, such as ES256. */
    String algorithm();

    /** The DID URL of the public key, as it stands in {@code kid}. */
    String keyId();

    /** The key's certificate and its issuers, the key's own first; empty when the key has none. */
    List<X509Certificate> certificates();

    /** The signature over {@code signingInput} in JOSE form (RFC 7518, 3.4), or a failed stage. */
    CompletionStage<byte[]> sign(byte[] signingInput);

    /**
     * As {@link #sign(byte[])}, for a caller who has hashed the input for himself: whoever signs that hash needs no more.
     *
     * @param signingInput gives it to who does; not asked once this has returned
     * @param sha256 of it
     */
    default CompletionStage<byte[]> sign(Supplier<byte[]> signingInput, byte[] sha256) {
        return sign(signingInput.get());
    }
}
