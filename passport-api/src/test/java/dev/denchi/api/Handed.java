package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;

import dev.denchi.model.evidence.EvidencePackage;
import dev.denchi.model.evidence.SignedEvidence;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.signature.PublishedKeys;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What one service hands to the next: a package, its operator's keys, and what readers were answered. In files, as the first is gone then. */
final class Handed {
    static final Path FOLDER = Path.of("target", "handed-over");
    static final Path TRUSTED = FOLDER.resolve("trusted");

    private Handed() {}

    /** @param own the key with which its operator signed some of it itself */
    static void over(byte[] archive, Response battery, OwnKey own, List<People> readers) throws IOException {
        Files.createDirectories(TRUSTED);
        Files.write(FOLDER.resolve("evidence.zip"), archive);
        Files.write(
                TRUSTED.resolve("sakura-cells.json"),
                anyone().get("/operators/sakura-cells/did.json").asByteArray());
        Files.write(
                TRUSTED.resolve("sakura-cells-own.json"),
                StrictJson.write(PublishedKeys.of(own.did(), List.of(own.key())).didDocument()));
        String passport = battery.path("links.passport");
        String product = anyone().get(passport).path("uniqueProductIdentifier");
        Files.write(FOLDER.resolve("handed.json"), StrictJson.write(Map.of("passport", passport, "product", product)));
        Files.write(FOLDER.resolve("anyone.json"), anyone().get(passport).asByteArray());
        for (People reader : readers) {
            Files.write(
                    FOLDER.resolve(reader + ".json"), as(reader).get(passport).asByteArray());
            Files.write(
                    FOLDER.resolve(reader + ".vp"),
                    as(reader).accept("application/vp").get(passport).asByteArray());
        }
    }

    /** What who runs the second service believes. */
    static List<PublishedKeys> trusted() throws IOException {
        return List.of(
                PublishedKeys.ofDidDocument(Files.readAllBytes(TRUSTED.resolve("sakura-cells.json"))),
                PublishedKeys.ofDidDocument(Files.readAllBytes(TRUSTED.resolve("sakura-cells-own.json"))));
    }

    /** The documents, and what each of some readers is given of them. */
    static void documents(Pinned documents) throws IOException {
        Files.createDirectories(FOLDER);
        for (String hash : documents.hashes()) {
            Files.write(FOLDER.resolve(hash), documents.of(hash));
        }
        for (People reader : List.of(People.OTHER_MAKER, People.RECYCLER, People.MARKET_SURVEILLANCE)) {
            List<String> given = documents.hashes().stream()
                    .filter(hash ->
                            as(reader).get(Pinned.path(People.CELL_MAKER, hash)).statusCode() == 200)
                    .toList();
            Files.write(FOLDER.resolve(reader + ".documents"), given);
        }
    }

    static List<String> documents(People reader) throws IOException {
        return Files.readAllLines(FOLDER.resolve(reader + ".documents"));
    }

    /** One without documents. */
    static byte[] written(SignedEvidence evidence) {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try {
            evidence.writeTo(archive, FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive.toByteArray();
    }

    static EvidencePackage read(byte[] archive) {
        try {
            return EvidencePackage.read(new ByteArrayInputStream(archive));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] file(String name) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(name));
    }

    static String said(String member) throws IOException {
        return StrictJson.read(file("handed.json")).path(member).textValue();
    }
}
