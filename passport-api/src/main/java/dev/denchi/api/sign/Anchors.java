package dev.denchi.api.sign;

import dev.denchi.model.signature.SealCertificates;
import dev.denchi.model.trust.TrustAnchors;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the configured trust anchors; a file that cannot be read ends the start. */
final class Anchors {

    @Produces
    @Singleton
    TrustAnchors trustAnchors(TrustConfig config) throws IOException, GeneralSecurityException {
        TrustAnchors anchors = TrustAnchors.none();
        for (Path pem : config.anchors().orElse(List.of())) {
            anchors = anchors.and(TrustAnchors.ofPem(Files.readAllBytes(pem)));
        }
        X509Certificate signer = config.listSigner().isPresent()
                ? SealCertificates.ofPem(Files.readString(config.listSigner().get()))
                        .get(0)
                : null;
        for (Path list : config.lists().orElse(List.of())) {
            anchors = anchors.and(of(list, signer));
        }
        return anchors;
    }

    private static TrustAnchors of(Path list, @Nullable X509Certificate signer) throws IOException {
        return TrustAnchors.ofTrustedList(Files.readAllBytes(list), signer);
    }
}
