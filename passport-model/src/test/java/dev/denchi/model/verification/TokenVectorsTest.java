package dev.denchi.model.verification;

import static dev.denchi.model.verification.Check.Result.FAILED;
import static dev.denchi.model.verification.Check.Result.PASSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.model.credential.SignedExamples;
import dev.denchi.model.signature.PublishedKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** openapi/examples/tokens verify as its README says. */
class TokenVectorsTest {

    @BeforeAll
    static void write_them_anew_when_told_to() throws Exception {
        if ("write".equals(System.getProperty("denchi.vectors"))) {
            TokenVectors.write();
        }
    }

    @ParameterizedTest
    @MethodSource
    void every_cut_of_every_algorithm_verifies(Path token) throws IOException {
        var found = verified(token.getFileName().toString());
        assertEquals(PASSED, found.resultOf("signature"), found::toString);
        assertTrue(found.outcome() != FAILED, found::toString);
        assertTrue(found.isGood() || !token.toString().contains("whole"), found::toString);
    }

    static Stream<Path> every_cut_of_every_algorithm_verifies() throws IOException {
        try (var files = Files.list(TokenVectors.FOLDER)) {
            List<Path> cuts = files.filter(
                            file -> file.getFileName().toString().matches("(es256|es384|eddsa)-.*\\.sd-jwt"))
                    .sorted()
                    .toList();
            assertEquals(16, cuts.size());
            return cuts.stream();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "history-1-superseded, status, FAILED",
        "history-1-superseded, signature, PASSED",
        "history-2-current, status, PASSED",
        "history-2-current, previous-version, PASSED",
        "history-2-revoked, status, FAILED",
        "history-2-of-another, previous-version, FAILED"
    })
    void the_history_is_what_its_names_say(String name, String check, Check.Result result) throws IOException {
        var found = verified(name + ".sd-jwt");
        assertEquals(result, found.resultOf(check), found::toString);
    }

    @ParameterizedTest
    @CsvSource({"own-battery-standing, PASSED", "own-battery-revoked, FAILED"})
    void what_an_operator_signed_itself_has_its_status_told_by_who_keeps_the_list(String name, Check.Result result)
            throws IOException {
        var found = verified(name + ".sd-jwt");
        assertEquals(result, found.resultOf("status"), found::toString);
        assertEquals(PASSED, found.resultOf("signature"), found::toString);
        assertEquals(PASSED, found.resultOf("issuer"), found::toString);
    }

    @Test
    void document_and_key_set_say_the_same() throws IOException {
        assertEquals(keys(), PublishedKeys.ofJwks(Files.readAllBytes(TokenVectors.FOLDER.resolve("jwks.json"))));
    }

    private static Verification verified(String file) throws IOException {
        PublishedKeys own =
                PublishedKeys.ofDidDocument(Files.readAllBytes(TokenVectors.FOLDER.resolve("own-did.json")));
        Given given = Given.keys(List.of(keys(), own), TokenVectors.ISSUED.plusSeconds(1000))
                .withStatusLists(List.of(text("status-revocation.jwt"), text("status-refresh.jwt")))
                .withEarlier(List.of(text("history-1-superseded.sd-jwt")));
        return SignedExamples.verified(text(file), given);
    }

    private static PublishedKeys keys() throws IOException {
        return PublishedKeys.ofDidDocument(Files.readAllBytes(TokenVectors.FOLDER.resolve("did.json")));
    }

    private static String text(String file) throws IOException {
        return Files.readString(TokenVectors.FOLDER.resolve(file)).strip();
    }
}
