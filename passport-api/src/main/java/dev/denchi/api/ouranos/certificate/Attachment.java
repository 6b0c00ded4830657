package dev.denchi.api.ouranos.certificate;

import dev.denchi.api.certificate.CertificateFile;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What is said of a file's bytes when they go out: that they are to be saved, never shown, and by what they can be checked. */
final class Attachment {
    /** {@code attr-char} of RFC 8187, section 3.2.1. */
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";

    private Attachment() {}

    static Map<String, String> headers(CertificateFile file) {
        CertificateFile.Content content = Objects.requireNonNull(file.content());
        byte[] digest = HexFormat.of().parseHex(content.sha256());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.CONTENT_TYPE, content.mediaType());
        headers.put(HttpHeaders.CONTENT_DISPOSITION, disposition(file.name()));
        headers.put("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
        headers.put(HttpHeaders.ETAG, "\"" + content.sha256() + "\"");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", "sandbox; default-src 'none'");
        return headers;
    }

    /** RFC 6266, with the name as RFC 8187 writes it, and for those who do not read that, what is left of it in ASCII. */
    static String disposition(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        String plain = name.replaceAll("[^ -~]|[\"\\\\%]", "_");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
