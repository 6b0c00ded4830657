package dev.denchi.connector.offer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.connector.policy.AccessPoint;
import java.util.List;
import org.eclipse.edc.spi.query.Criterion;
import org.eclipse.edc.spi.query.QuerySpec;
import org.eclipse.edc.web.spi.exception.InvalidRequestException;
import org.junit.jupiter.api.Test;

class RecordSetFilterTest {

    private static final RecordSet PUBLIC_SET =
            new RecordSet("urn:a", "sakura-cells", "https://id.gs1.org/417/4912345000019", "SC 77&x", "EV", 1);

    @Test
    void passes_on_what_the_service_selects_by() {
        var filter = RecordSetFilter.of(List.of(
                new Criterion("https://denchi.dev/ns/manufacturerPartId", "=", "SC 77&x"),
                new Criterion("participantContextId", "=", "denchi")));

        assertEquals("&manufacturerPartId=SC+77%26x", filter.asQuery());
    }

    @Test
    void refuses_what_the_service_cannot_select_by() {
        for (var criterion : List.of(
                new Criterion("https://denchi.dev/ns/economicOperatorId", "=", "x"),
                new Criterion("https://denchi.dev/ns/operator", "like", "sakura%"),
                new Criterion("https://denchi.dev/ns/operator", "in", List.of("a", "b")))) {
            assertThrows(InvalidRequestException.class, () -> RecordSetFilter.of(List.of(criterion)));
        }
        var sorted = QuerySpec.Builder.newInstance().sortField("operator").build();
        assertThrows(InvalidRequestException.class, () -> RecordSetFilter.of(sorted));
    }

    @Test
    void refuses_two_values_for_one_property() {
        assertThrows(
                InvalidRequestException.class,
                () -> RecordSetFilter.of(
                        List.of(new Criterion("accessPoint", "=", 1), new Criterion("accessPoint", "=", 2))));
    }

    @Test
    void a_record_set_is_admitted_only_when_everything_fits() {
        var chosen = List.of(
                new Criterion("https://w3id.org/edc/v0.0.1/ns/id", "=", "urn:a"),
                new Criterion("https://denchi.dev/ns/accessPoint", "=", 1));
        assertTrue(RecordSetFilter.of(chosen).admits(PUBLIC_SET));
        var otherPoint = List.of(
                new Criterion("https://w3id.org/edc/v0.0.1/ns/id", "=", "urn:a"),
                new Criterion("https://denchi.dev/ns/accessPoint", "=", 2));
        assertFalse(RecordSetFilter.of(otherPoint).admits(PUBLIC_SET));
    }

    @Test
    void a_filter_by_access_point_leaves_the_others_out() {
        var filter = RecordSetFilter.of(List.of(new Criterion("https://denchi.dev/ns/accessPoint", "=", "4")));
        assertTrue(filter.admits(AccessPoint.INDIVIDUAL_BATTERY));
        assertFalse(filter.admits(AccessPoint.PUBLIC));
        var nonsense = RecordSetFilter.of(List.of(new Criterion("https://denchi.dev/ns/accessPoint", "=", "9")));
        assertFalse(nonsense.admits(AccessPoint.PUBLIC));
    }
}
