package dev.denchi.deploy.local.walk;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Where the document of a did:web is published. */
final class DidWeb {

    private static final String METHOD = "did:web:";

    private DidWeb() {}

    static String document(String did) {
        Expect.that(did.startsWith(METHOD), "%s is no did:web", did);
        String[] parts = did.substring(METHOD.length()).split(":");
        String host = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
        StringBuilder path = new StringBuilder();
        for (int i = 1; i < parts.length; i++) {
            path.append('/').append(parts[i]);
        }
        // did:web asks for https; the local stack speaks plain http on loopback
        String scheme = host.startsWith("127.0.0.1") ? "http" : "https";
        return scheme + "://" + host + (path.isEmpty() ? "/.well-known" : path) + "/did.json";
    }
}
