package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every attribute, granted on its own: it appears in every form, and no other does; nobody else sees it, and it goes with the grant. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class GrantLeakTest {
    private static final String MODEL = "GRANT-LEAK-1";

    /** An operator has one due diligence report, and all of it is public. */
    private static final Set<String> KINDS =
            Set.of("battery-model", "carbon-footprint", "recycled-content", "battery", "condition");

    private final AllAttributes attributes = AllAttributes.ofPolicy();

    @Test
    void shows_a_partner_each_attribute_that_was_granted_and_no_other() {
        LeakTest.Posted posted = LeakTest.posted(attributes, "ev-nmc", MODEL, KINDS);
        LeakTest.Reading partner =
                new LeakTest.Reading("partner", () -> as(People.OTHER_MAKER), attributes.pointsOf("public"), true);
        List<String> faults = new ArrayList<>();
        int granted = 0;
        for (String kind : KINDS) {
            for (String attribute : hidden(posted, kind)) {
                String grant = Grants.granted(Grants.toOtherMaker(Map.of(kind, List.of(attribute))));
                faults.addAll(faults(posted, partner, kind, Set.of(attribute)));
                Grants.revoke(grant);
                faults.addAll(faults(posted, partner, kind, Set.of()));
                granted++;
            }
        }
        assertEquals(List.of(), faults);
        assertEquals(
                attributes.of("due-diligence").keySet(),
                attributes.open("due-diligence", attributes.pointsOf("public")),
                "a due diligence report has hidden attributes now: grant them here too");
        assertTrue(granted > 30, "only " + granted + " attributes were granted");
    }

    @Test
    void what_one_partner_was_granted_nobody_else_sees() {
        LeakTest.Posted posted =
                LeakTest.posted(attributes, "ev-nmc", MODEL + "-ALL", Set.of("battery-model", "battery"));
        String all = Grants.granted(Grants.toOtherMaker(Map.of("battery-model", hidden(posted, "battery-model"))));
        List<String> faults = new ArrayList<>();
        for (LeakTest.Reading reading : List.of(
                new LeakTest.Reading("anyone", Calls::anyone, attributes.pointsOf("public"), true),
                new LeakTest.Reading(
                        "a recycler", () -> as(People.RECYCLER), attributes.pointsOf("legitimateInterest"), true))) {
            faults.addAll(faults(posted, reading, "battery-model", Set.of()));
        }
        LeakTest.Reading partner =
                new LeakTest.Reading("partner", () -> as(People.OTHER_MAKER), attributes.pointsOf("public"), true);
        faults.addAll(faults(posted, partner, "battery-model", new TreeSet<>(hidden(posted, "battery-model"))));
        Grants.revoke(all);
        assertEquals(List.of(), faults);
    }

    @Test
    void a_participant_pulls_what_its_agreement_covers_and_what_it_was_granted_of_the_model() {
        LeakTest.Posted posted =
                LeakTest.posted(attributes, "ev-nmc", MODEL + "-PULL", Set.of("battery-model", "battery"));
        String token = PullTokenFixture.of(MODEL + "-PULL", List.of(1), "transfer-of-grants");
        LeakTest.Reading platform = new LeakTest.Reading(
                "platform", () -> anyone().header("Authorization", "Bearer " + token), Set.of(1), false);
        String attribute = hidden(posted, "battery-model").get(0);
        var body = Grants.body(Map.of("participant", "eu-platform"), Map.of("battery-model", List.of(attribute)));
        String grant = Grants.granted(body.put("modelId", MODEL + "-PULL"));
        List<String> faults = new ArrayList<>(faults(posted, platform, "battery-model", Set.of(attribute)));
        Grants.revoke(grant);
        faults.addAll(faults(posted, platform, "battery-model", Set.of()));
        String otherModels = Grants.granted(body.put("modelId", "GRANT-OF-ANOTHER"));
        faults.addAll(faults(posted, platform, "battery-model", Set.of()));
        Grants.revoke(otherModels);
        assertEquals(List.of(), faults);
    }

    /** The attributes of the posted record that the public does not see. */
    private List<String> hidden(LeakTest.Posted posted, String kind) {
        Set<String> hidden =
                new TreeSet<>(attributes.in(kind, body(posted, kind)).keySet());
        hidden.removeAll(attributes.open(kind, attributes.pointsOf("public")));
        return List.copyOf(hidden);
    }

    /** In every form of the passport, and of the record of this kind. */
    private List<String> faults(LeakTest.Posted posted, LeakTest.Reading reading, String kind, Set<String> granted) {
        Map<String, Shown> forms = new LinkedHashMap<>();
        if (reading.records()) {
            String self = Objects.requireNonNull(posted.receipts().get(kind)).path("links.self");
            forms.putAll(LeakTest.formsOf(kind, self, reading));
        }
        forms.putAll(LeakTest.passportForms(posted, reading));
        List<String> faults = new ArrayList<>();
        forms.forEach((form, shown) -> {
            Set<String> open = attributes.open(shown.kind(), reading.points());
            if (shown.kind().equals(kind)) {
                open.addAll(granted);
            }
            faults.addAll(attributes.faults(
                    reading.name() + " with " + granted + " " + form,
                    shown,
                    body(posted, shown.kind()),
                    open,
                    reading.name()));
        });
        return faults;
    }

    private static JsonNode body(LeakTest.Posted posted, String kind) {
        return Objects.requireNonNull(posted.bodies().get(kind));
    }
}
