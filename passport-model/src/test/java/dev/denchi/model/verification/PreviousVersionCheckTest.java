package dev.denchi.model.verification;

import static dev.denchi.model.credential.SignedExamples.NOW;
import static dev.denchi.model.verification.Check.Result.FAILED;
import static dev.denchi.model.verification.Check.Result.INDETERMINATE;
import static dev.denchi.model.verification.Check.Result.NOT_APPLICABLE;
import static dev.denchi.model.verification.Check.Result.PASSED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.denchi.model.access.Reader;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.credential.SignedExamples;
import dev.denchi.model.format.Examples;
import dev.denchi.model.passport.RecordKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreviousVersionCheckTest {
    private static final History SAKURA = History.bySakura();

    @Test
    void a_first_version_continues_none() {
        assertEquals(NOT_APPLICABLE, found(SAKURA.first(), SAKURA.second().serialize()));
    }

    @Test
    void the_version_that_it_names_by_its_hash_is_continued() {
        assertEquals(PASSED, found(SAKURA.second(), SAKURA.first().serialize()));
        assertEquals(
                PASSED,
                found(
                        SAKURA.second(),
                        "garbage",
                        SAKURA.revoked().serialize(),
                        SAKURA.first().serialize()));
    }

    @Test
    void any_cut_of_that_version_will_do() {
        RecordToken cut = SAKURA.first().cut(SignedExamples.POLICY, Reader.of(Set.of()));
        assertEquals(PASSED, found(SAKURA.second(), cut.serialize()));
    }

    @Test
    void without_it_nobody_can_tell() {
        assertEquals(INDETERMINATE, found(SAKURA.second()));
        assertEquals(INDETERMINATE, found(SAKURA.second(), "garbage"));
        assertEquals(
                INDETERMINATE,
                found(
                        SAKURA.second(),
                        SignedExamples.bySakura()
                                .signed(RecordKind.CONDITION)
                                .serialize()
                                .replace("~", "")));
    }

    @Test
    void another_version_of_that_number_is_another_history() {
        var changed = Examples.with(RecordKind.BATTERY, "/batteryStatus", "\"waste\"");
        var other = SAKURA.examples().signed(RecordKind.BATTERY, changed, 1, null, History.BEFORE);
        assertEquals(FAILED, found(SAKURA.second(), other.serialize()));
    }

    @Test
    void a_version_number_left_out_is_found() {
        var third = SAKURA.examples()
                .signed(
                        RecordKind.BATTERY,
                        Examples.of(RecordKind.BATTERY),
                        3,
                        SAKURA.first().sha256(),
                        NOW);
        assertEquals(FAILED, found(third, SAKURA.first().serialize()));
    }

    @Test
    void a_version_cannot_continue_a_record_of_another_kind_or_of_later() {
        var condition = SAKURA.examples().signed(RecordKind.CONDITION);
        assertEquals(FAILED, found(SAKURA.secondAfter(condition.sha256()), condition.serialize()));
        var later = SAKURA.examples()
                .signed(RecordKind.BATTERY, Examples.of(RecordKind.BATTERY), 1, null, NOW.plusSeconds(60));
        assertEquals(FAILED, found(SAKURA.secondAfter(later.sha256()), later.serialize()));
    }

    private static Check.Result found(RecordToken record, String... earlier) {
        Given given = SAKURA.given().withEarlier(List.of(earlier));
        return History.verified(record.serialize(), given).resultOf("previous-version");
    }
}
