package dev.denchi.api.evidence;

import dev.denchi.api.document.Documents;
import dev.denchi.api.file.MediaTypes;
import dev.denchi.api.file.Mistyped;
import dev.denchi.api.upload.Spooled;
import dev.denchi.model.evidence.EvidenceDocument;
import dev.denchi.model.file.FileType;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The documents of a package that was unpacked: they are held against their types as those that are brought. */
final class TakenDocuments {
    private TakenDocuments() {}

    /** What is wrong with one; one that is not there was found before. Reads the disk. */
    static Optional<Violation> against(EvidenceDocument document, Path folder) {
        Path bytes = folder.resolve(document.sha256());
        try {
            if (Files.exists(bytes)) {
                MediaTypes.requireAre(type(document), bytes);
            }
            return Optional.empty();
        } catch (Mistyped e) {
            return Optional.of(violation(document, e.fault()));
        } catch (IllegalArgumentException e) {
            return Optional.of(violation(document, document.mediaType() + " is no type of document that is kept here"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Violation violation(EvidenceDocument document, String fault) {
        return new Violation("/" + document.entry(), "document-has-its-type", fault);
    }

    private static FileType type(EvidenceDocument document) {
        return FileType.ofMediaType(document.mediaType())
                .filter(FileType::isDocument)
                .orElseThrow(() -> new IllegalArgumentException(document.mediaType()));
    }

    /** As they are kept. */
    static List<Documents.Brought> of(List<EvidenceDocument> documents, Path folder) {
        return documents.stream()
                .map(document -> new Documents.Brought(
                        new OperatorId(document.operator()),
                        type(document),
                        new Spooled(folder.resolve(document.sha256()), document.size(), document.sha256())))
                .toList();
    }
}
