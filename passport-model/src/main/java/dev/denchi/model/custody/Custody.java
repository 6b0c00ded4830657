package dev.denchi.model.custody;

import dev.denchi.model.signature.SigningAlgorithm;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Keeps private keys by name and signs with them: a file, a token, a service.
 *
 * <p>Laws: a private key never leaves it; what is made under a name is found under it and stays what it is; what {@link #sign} returns
 * verifies with the public key of that name; {@link #sign} never blocks its caller on the network.
 */
public interface Custody {

    /**
     * Makes a key under a name that is free: lower-case letters, digits, hyphens. May take its time.
     *
     * @return its public key
     * @throws GeneralSecurityException when the name is taken, or there are no keys for that algorithm here
     */
    PublicKey make(String name, SigningAlgorithm algorithm) throws IOException, GeneralSecurityException;

    /** The public key of that name; empty when there is none. May take its time. */
    Optional<PublicKey> find(String name) throws IOException, GeneralSecurityException;

    /** The signature over {@code input} in JOSE form (RFC 7518, 3.4; RFC 8037, 3.1), or a failed stage. */
    CompletionStage<byte[]> sign(String name, SigningAlgorithm algorithm, byte[] input);

    /**
     * The same, for a caller who has hashed the input for himself: whoever signs that hash needs no more.
     *
     * @param input gives it to who does; not asked once this has returned
     * @param sha256 of it
     */
    default CompletionStage<byte[]> sign(
            String name, SigningAlgorithm algorithm, Supplier<byte[]> input, byte[] sha256) {
        return sign(name, algorithm, input.get());
    }
}
