package dev.denchi.api.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import dev.denchi.model.custody.Custody;
import dev.denchi.model.signature.Base64Url;
import dev.denchi.model.signature.PublishedKey;
import dev.denchi.model.signature.SigningAlgorithm;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/**
 * Keys of Vault's Transit engine. Each is of its own name and stays at its first version: a rotation makes another key, so that whoever
 * rotates one in Vault changes nothing here.
 */
public final class VaultTransit implements Custody {
    private static final int FIRST_VERSION = 1;
    private static final String PREFIX = "vault:v" + FIRST_VERSION + ":";

    private final VaultApi api;
    private final VaultSession session;
    private final String mount;

    /** @throws java.util.NoSuchElementException when no address is configured */
    public VaultTransit(VaultConfig config, Clock clock) {
        this.api = new VaultApi(config);
        this.session = new VaultSession(api, config, clock);
        this.mount = config.transit();
    }

    @Override
    public PublicKey make(String name, SigningAlgorithm algorithm) throws IOException, GeneralSecurityException {
        if (find(name).isPresent()) {
            throw new GeneralSecurityException("there is a key " + name + " already");
        }
        Map<String, Object> key = Map.of("type", type(algorithm), "exportable", false, "allow_plaintext_backup", false);
        waitFor(session.with(token -> api.post(mount + "/keys/" + name, token, key)));
        return find(name).orElseThrow(() -> new GeneralSecurityException("Vault did not keep the key " + name));
    }

    @Override
    public Optional<PublicKey> find(String name) throws IOException, GeneralSecurityException {
        JsonNode data = waitFor(session.with(token -> api.get(mount + "/keys/" + name, token)))
                .path("data");
        return data.isMissingNode() ? Optional.empty() : Optional.of(publicKey(data));
    }

    @Override
    public CompletionStage<byte[]> sign(String name, SigningAlgorithm algorithm, byte[] input) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("input", Base64.getEncoder().encodeToString(input));
        request.put("key_version", FIRST_VERSION);
        if (algorithm != SigningAlgorithm.EDDSA) { // Ed25519 has one hash and one form
            request.put("hash_algorithm", algorithm == SigningAlgorithm.ES256 ? "sha2-256" : "sha2-384");
            request.put("marshaling_algorithm", "jws");
        }
        return session.with(token -> api.post(mount + "/sign/" + name, token, request))
                .thenApply(answer -> signature(
                        algorithm, answer.path("data").path("signature").asText()));
    }

    /** In the form of JOSE, Vault writes base64url; else base64. */
    private static byte[] signature(SigningAlgorithm algorithm, String said) {
        if (!said.startsWith(PREFIX)) {
            throw new CompletionException(new GeneralSecurityException("Vault did not sign with version 1 of the key"));
        }
        String signature = said.substring(PREFIX.length());
        return algorithm == SigningAlgorithm.EDDSA
                ? Base64.getDecoder().decode(signature)
                : Base64Url.decode(signature);
    }

    private static PublicKey publicKey(JsonNode data) throws GeneralSecurityException {
        String key = data.path("keys")
                .path(String.valueOf(FIRST_VERSION))
                .path("public_key")
                .asText();
        try {
            if (data.path("type").asText().equals(type(SigningAlgorithm.EDDSA))) {
                Base64URL x = Base64URL.encode(Base64.getDecoder().decode(key));
                return new PublishedKey(new OctetKeyPair.Builder(Curve.Ed25519, x).build()).publicKey();
            }
            byte[] der = Base64.getMimeDecoder().decode(key.replaceAll("-----[A-Z ]+-----", ""));
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("Vault's public key is unreadable", e);
        }
    }

    private static String type(SigningAlgorithm algorithm) {
        return switch (algorithm) {
            case ES256 -> "ecdsa-p256";
            case ES384 -> "ecdsa-p384";
            case EDDSA -> "ed25519";
        };
    }

    private static JsonNode waitFor(CompletionStage<JsonNode> answer) throws IOException {
        try {
            return answer.toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new IOException("Vault: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for Vault", e);
        }
    }
}
