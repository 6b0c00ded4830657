package dev.denchi.api.evidence;

import dev.denchi.model.signature.PublishedKeys;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The keys of operators elsewhere that this service believes: those that were put into a folder, never those in a package. */
@Singleton
class TrustedIssuers {
    private final EvidenceConfig config;

    TrustedIssuers(EvidenceConfig config) {
        this.config = config;
    }

    /** Reads files: not for an event loop. */
    List<PublishedKeys> keys() {
        return config.trustedIssuers().map(TrustedIssuers::in).orElse(List.of());
    }

    private static List<PublishedKeys> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(TrustedIssuers::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("denchi.evidence.trusted-issuers cannot be read", e);
        }
    }

    private static PublishedKeys read(Path file) {
        try {
            return PublishedKeys.ofDidDocument(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + " is no DID document with keys", e);
        }
    }
}
