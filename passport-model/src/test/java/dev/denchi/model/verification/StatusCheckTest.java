package dev.denchi.model.verification;

import static dev.denchi.model.credential.SignedExamples.NOW;
import static dev.denchi.model.verification.Check.Result.FAILED;
import static dev.denchi.model.verification.Check.Result.INDETERMINATE;
import static dev.denchi.model.verification.Check.Result.NOT_APPLICABLE;
import static dev.denchi.model.verification.Check.Result.PASSED;
import static dev.denchi.model.verification.History.BEFORE;
import static dev.denchi.model.verification.History.FIRST;
import static dev.denchi.model.verification.History.REVOKED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyRevocation;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.credential.SignedExamples;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.status.StatusList;
import dev.denchi.model.status.StatusListCredential;
import dev.denchi.model.status.StatusPurpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatusCheckTest {
    private static final History SAKURA = History.bySakura();
    private static final Duration DAY = Duration.ofDays(1);
    private static final String NOT_REVOKED = SAKURA.list(StatusPurpose.REVOCATION, NOW, DAY, REVOKED);
    private static final String FIRST_SUPERSEDED = SAKURA.list(StatusPurpose.REFRESH, NOW, DAY, FIRST);

    @Test
    void a_record_whose_bits_are_not_set_stands() {
        assertEquals(
                PASSED,
                status(SAKURA.second(), NOW, NOT_REVOKED, FIRST_SUPERSEDED).result());
    }

    @Test
    void a_record_without_a_list_has_no_status() {
        var record = SAKURA.examples().signed(RecordKind.BATTERY);
        assertEquals(NOT_APPLICABLE, status(record, NOW, NOT_REVOKED).result());
    }

    @Test
    void a_revoked_record_fails_with_the_reason() {
        Check found = status(SAKURA.revoked(), NOW, NOT_REVOKED, FIRST_SUPERSEDED);
        assertEquals(FAILED, found.result());
        assertTrue(found.reason().startsWith("revoked"), found.reason());
    }

    @Test
    void a_superseded_record_fails_today_and_stood_in_its_time() {
        String before = SAKURA.list(StatusPurpose.REFRESH, BEFORE, DAY);
        String standing = SAKURA.list(StatusPurpose.REVOCATION, BEFORE, DAY);
        Check today = status(SAKURA.first(), NOW, NOT_REVOKED, FIRST_SUPERSEDED);
        assertEquals(FAILED, today.result());
        assertTrue(today.reason().startsWith("superseded"), today.reason());
        assertEquals(PASSED, status(SAKURA.first(), BEFORE, standing, before).result());
    }

    @Test
    void each_purpose_needs_its_list() {
        assertEquals(INDETERMINATE, status(SAKURA.second(), NOW).result());
        assertEquals(INDETERMINATE, status(SAKURA.second(), NOW, NOT_REVOKED).result());
        assertEquals(FAILED, status(SAKURA.revoked(), NOW, NOT_REVOKED).result());
    }

    @Test
    void a_list_that_has_ended_tells_only_of_bits_that_are_set() {
        Instant later = NOW.plus(Duration.ofDays(400));
        assertEquals(
                INDETERMINATE,
                status(SAKURA.second(), later, NOT_REVOKED, FIRST_SUPERSEDED).result());
        assertEquals(
                FAILED,
                status(SAKURA.revoked(), later, NOT_REVOKED, FIRST_SUPERSEDED).result());
    }

    @Test
    void a_list_of_later_tells_only_of_bits_that_are_not_set() {
        String revocations = SAKURA.list(StatusPurpose.REVOCATION, NOW.plus(DAY), DAY, REVOKED);
        String refreshes = SAKURA.list(StatusPurpose.REFRESH, NOW.plus(DAY), DAY, FIRST);
        assertEquals(
                PASSED, status(SAKURA.second(), NOW, revocations, refreshes).result());
        assertEquals(
                INDETERMINATE,
                status(SAKURA.first(), NOW, revocations, refreshes).result());
    }

    @Test
    void of_two_lists_of_one_address_the_one_that_tells_more_counts() {
        String old = SAKURA.list(StatusPurpose.REVOCATION, BEFORE, Duration.ofHours(1));
        assertEquals(
                PASSED,
                status(SAKURA.second(), NOW, old, NOT_REVOKED, FIRST_SUPERSEDED).result());
        assertEquals(
                FAILED,
                status(SAKURA.revoked(), NOW, old, NOT_REVOKED, FIRST_SUPERSEDED)
                        .result());
    }

    @Test
    void a_list_is_believed_only_from_the_issuer_itself() {
        var fuji = SignedExamples.by(new OperatorId("fuji-packs"), "Fuji Packs K.K.");
        String theirs = list(fuji, fuji.issuer.did());
        String pretended = list(fuji, SAKURA.examples().issuer.did());
        for (String forged : List.of(theirs, pretended, flipped(NOT_REVOKED), "no list", NOT_REVOKED + "~")) {
            Check found = status(SAKURA.second(), NOW, forged, FIRST_SUPERSEDED);
            assertEquals(INDETERMINATE, found.result(), found::toString);
        }
    }

    @Test
    void a_list_signed_after_its_key_was_revoked_is_not_believed() {
        ECKey revoked = new ECKey.Builder(SAKURA.key().published().toECKey())
                .keyRevocation(new KeyRevocation(Date.from(NOW), KeyRevocation.Reason.COMPROMISED))
                .build();
        var keys = PublishedKeys.of(SAKURA.examples().issuer.did(), List.of(revoked));
        Given given = Given.keys(List.of(keys), NOW).withStatusLists(List.of(NOT_REVOKED, FIRST_SUPERSEDED));
        Check found = History.verified(SAKURA.first().serialize(), given)
                .check("status")
                .orElseThrow();
        assertEquals(INDETERMINATE, found.result(), found::toString);
    }

    @Test
    void a_list_for_another_purpose_at_that_address_is_not_believed() {
        var bits = StatusList.of(StatusList.SMALLEST, IntStream.empty());
        String wrong = new StatusListCredential(
                        History.REVOCATIONS,
                        SAKURA.examples().issuer.did(),
                        Set.of(StatusPurpose.REFRESH),
                        NOW,
                        NOW.plus(DAY),
                        bits)
                .sign(SAKURA.key().signer())
                .toCompletableFuture()
                .join();
        assertEquals(
                INDETERMINATE,
                status(SAKURA.second(), NOW, wrong, FIRST_SUPERSEDED).result());
    }

    private static Check status(RecordToken record, Instant asOf, String... lists) {
        Given given = SAKURA.given().withStatusLists(Stream.of(lists).toList()).at(asOf);
        return History.verified(record.serialize(), given).check("status").orElseThrow();
    }

    private static String list(SignedExamples signing, String issuer) {
        var bits = StatusList.of(StatusList.SMALLEST, IntStream.empty());
        return new StatusListCredential(
                        History.REVOCATIONS, issuer, Set.of(StatusPurpose.REVOCATION), NOW, NOW.plus(DAY), bits)
                .sign(signing.key.signer())
                .toCompletableFuture()
                .join();
    }

    private static String flipped(String jwt) {
        int place = jwt.indexOf('.') + 40;
        return jwt.substring(0, place) + (jwt.charAt(place) == 'A' ? 'B' : 'A') + jwt.substring(place + 1);
    }
}
