package dev.denchi.api.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.denchi.model.format.StrictJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers as Vault's documentation of its HTTP API says, and no more: AppRole login, token renewal, Transit keys and signatures. It is no
 * Vault: policies, seals and clusters are not here.
 */
final class VaultStandIn implements AutoCloseable {
    static final String ROLE = "denchi-role";
    static final String SECRET = "denchi-secret";

    final List<String> asked = new ArrayList<>();
    volatile long lease = 3600;
    volatile boolean renews = true;
    volatile boolean answersRenewals = true;

    private final Map<String, KeyPair> keys = new ConcurrentHashMap<>();
    private final Map<String, String> types = new ConcurrentHashMap<>();
    private final List<String> tokens = new ArrayList<>(List.of("s.root"));
    private final HttpServer server;

    VaultStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.createContext("/v1/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** As an administrator revokes them. */
    synchronized void revokeAllTokens() {
        tokens.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/v1/".length());
        asked.add(exchange.getRequestMethod() + " " + path);
        byte[] sent = exchange.getRequestBody().readAllBytes();
        JsonNode body = sent.length == 0 ? StrictJson.toNode(Map.of()) : StrictJson.read(sent);
        try {
            String token = exchange.getRequestHeaders().getFirst("X-Vault-Token");
            if (path.equals("auth/approle/login")) {
                login(exchange, body);
            } else if (token == null || !tokens.contains(token)) {
                send(exchange, 403, Map.of("errors", List.of("permission denied")));
            } else {
                known(exchange, path, token, body);
            }
        } catch (GeneralSecurityException e) {
            send(exchange, 500, Map.of("errors", List.of(e.toString())));
        }
    }

    private void login(HttpExchange exchange, JsonNode body) throws IOException {
        if (!ROLE.equals(body.path("role_id").asText())
                || !SECRET.equals(body.path("secret_id").asText())) {
            send(exchange, 400, Map.of("errors", List.of("invalid role or secret ID")));
            return;
        }
        tokens.add("s.token" + asked.size());
        send(exchange, 200, auth(tokens.get(tokens.size() - 1)));
    }

    private void known(HttpExchange exchange, String path, String token, JsonNode body)
            throws IOException, GeneralSecurityException {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (path.equals("auth/token/renew-self")) {
            if (!answersRenewals) {
                exchange.close();
            } else if (renews) {
                send(exchange, 200, auth(token));
            } else {
                send(exchange, 400, Map.of("errors", List.of("lease is not renewable")));
            }
        } else if (path.equals("auth/token/lookup-self")) {
            send(exchange, 200, Map.of("data", Map.of("ttl", lease, "renewable", renews)));
        } else if (path.startsWith("transit/keys/")
                && exchange.getRequestMethod().equals("POST")) {
            types.put(name, body.path("type").asText());
            keys.put(name, pair(body.path("type").asText()));
            send(exchange, 204, null);
        } else if (path.startsWith("transit/keys/") && keys.containsKey(name)) {
            send(exchange, 200, Map.of("data", described(name)));
        } else if (path.startsWith("transit/sign/") && keys.containsKey(name)) {
            send(
                    exchange,
                    200,
                    Map.of("data", Map.of("signature", "vault:v1:" + signature(name, body), "key_version", 1)));
        } else {
            send(
                    exchange,
                    path.startsWith("transit/sign/") ? 400 : 404,
                    Map.of("errors", List.of("signing key not found")));
        }
    }

    private Map<String, Object> auth(String token) {
        return Map.of("auth", Map.of("client_token", token, "lease_duration", lease, "renewable", renews));
    }

    private Map<String, Object> described(String name) {
        String type = Objects.requireNonNull(types.get(name));
        byte[] encoded = pairOf(name).getPublic().getEncoded();
        String key = type.equals("ed25519")
                ? Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length))
                : "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                        + "\n-----END PUBLIC KEY-----\n";
        return Map.of("type", type, "latest_version", 1, "keys", Map.of("1", Map.of("public_key", key, "name", type)));
    }

    private String signature(String name, JsonNode body) throws GeneralSecurityException {
        boolean edwards = "ed25519".equals(types.get(name));
        boolean jws = body.path("marshaling_algorithm").asText("asn1").equals("jws");
        String hash = body.path("hash_algorithm").asText("sha2-256").equals("sha2-384") ? "SHA384" : "SHA256";
        Signature signature =
                Signature.getInstance(edwards ? "Ed25519" : hash + "withECDSA" + (jws ? "inP1363Format" : ""));
        signature.initSign(pairOf(name).getPrivate());
        signature.update(Base64.getDecoder().decode(body.path("input").asText()));
        byte[] made = signature.sign();
        return jws && !edwards
                ? Base64.getUrlEncoder().withoutPadding().encodeToString(made)
                : Base64.getEncoder().encodeToString(made);
    }

    private KeyPair pairOf(String name) {
        return Objects.requireNonNull(keys.get(name));
    }

    private static KeyPair pair(String type) throws GeneralSecurityException {
        if (type.equals("ed25519")) {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(type.equals("ecdsa-p384") ? "secp384r1" : "secp256r1"));
        return generator.generateKeyPair();
    }

    private static void send(HttpExchange exchange, int status, @Nullable Object body) throws IOException {
        byte[] bytes = body == null ? new byte[0] : StrictJson.write(body);
        exchange.sendResponseHeaders(status, body == null ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
