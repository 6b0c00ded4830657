package dev.denchi.api.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** The page's one style sheet. It stands in the page itself, and the browser is told its hash: no other style is applied. */
record StyleSheet(String css) {

    static StyleSheet read() {
        try (InputStream file = StyleSheet.class.getResourceAsStream("page.css")) {
            return new StyleSheet(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a browser may do with the page: show it, follow its links, and nothing else. */
    String contentSecurityPolicy() {
        return "default-src 'none'; style-src '" + source()
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private String source() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
