package dev.denchi.deploy.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.evidence.EvidencePackage;
import dev.denchi.model.evidence.MalformedEvidence;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.trust.TrustAnchors;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the command line names. */
final class Files {
    private static final int LARGEST = 512 * 1024 * 1024;
    private static final int BEGINNING = 4;
    private static final String ENVELOPED = "data:application/vc+sd-jwt,";

    private Files() {}

    /** What is done with the bytes of a file. */
    interface Reading<T> {
        T read(InputStream in) throws IOException;
    }

    /** From its beginning, once: standard input and pipes cannot be read again. */
    static <T> T read(String file, Reading<T> reading) {
        try (InputStream in = new BufferedInputStream(
                file.equals("-") ? System.in : java.nio.file.Files.newInputStream(Path.of(file)))) {
            return reading.read(in);
        } catch (NoSuchFileException e) {
            throw new UnusableFile(file, "there is no such file");
        } catch (IOException e) {
            throw new UnusableFile(file, "cannot be read: " + e.getMessage());
        }
    }

    /** Whether what begins here may be an archive; nothing of it is taken. */
    static boolean isArchive(InputStream in) throws IOException {
        in.mark(BEGINNING);
        byte[] beginning = in.readNBytes(BEGINNING);
        in.reset();
        return EvidencePackage.isArchive(beginning);
    }

    /** The evidence package that a file is; its documents go by. */
    static EvidencePackage evidence(String file, InputStream in) throws IOException {
        try {
            return EvidencePackage.read(in);
        } catch (MalformedEvidence e) {
            throw new UnusableFile(file, "no evidence package: " + e.getMessage());
        }
    }

    static List<String> tokens(String file) {
        return tokens(file, bytes(file));
    }

    /** The token in these bytes of a file, or each one of a presentation; what is no token is verified as such, and fails. */
    static List<String> tokens(String file, byte[] bytes) {
        String text = text(bytes);
        return text.startsWith("{") && text.contains("verifiableCredential") ? presented(file, text) : List.of(text);
    }

    static String text(String file) {
        return text(bytes(file));
    }

    static byte[] bytes(String file) {
        return read(file, in -> bytes(file, in));
    }

    /** All that is left of it. */
    static byte[] bytes(String file, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new UnusableFile(file, "longer than " + LARGEST + " bytes");
        }
        return bytes;
    }

    static PublishedKeys keys(String file) {
        byte[] bytes = bytes(file);
        try {
            return StrictJson.read(bytes).has("keys")
                    ? PublishedKeys.ofJwks(bytes)
                    : PublishedKeys.ofDidDocument(bytes);
        } catch (MalformedJson | IllegalArgumentException e) {
            throw new UnusableFile(file, "neither a DID document nor a JWK set: " + e.getMessage());
        }
    }

    static TrustAnchors anchors(String file, @Nullable String signer) {
        byte[] bytes = bytes(file);
        boolean isList =
                new String(bytes, StandardCharsets.UTF_8).stripLeading().startsWith("<");
        try {
            return isList
                    ? TrustAnchors.ofTrustedList(bytes, signer == null ? null : certificate(signer))
                    : TrustAnchors.ofPem(bytes);
        } catch (IllegalArgumentException e) {
            throw new UnusableFile(file, String.valueOf(e.getMessage()));
        }
    }

    private static X509Certificate certificate(String file) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes(file)));
        } catch (CertificateException e) {
            throw new UnusableFile(file, "no certificate in PEM");
        }
    }

    private static List<String> presented(String file, String text) {
        try {
            List<String> tokens = new ArrayList<>();
            for (JsonNode each : StrictJson.read(text).path("verifiableCredential")) {
                String id = each.path("id").asText();
                tokens.add(id.startsWith(ENVELOPED) ? id.substring(ENVELOPED.length()) : id);
            }
            return tokens.isEmpty() ? List.of(text) : tokens;
        } catch (MalformedJson e) {
            throw new UnusableFile(file, "no presentation: " + e.getMessage());
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }
}
