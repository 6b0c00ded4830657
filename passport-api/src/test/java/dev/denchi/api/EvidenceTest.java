package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Calls.postModel;
import static dev.denchi.api.Calls.put;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.evidence.EvidenceDocument;
import dev.denchi.model.evidence.EvidencePackage;
import dev.denchi.model.evidence.EvidenceRecord;
import dev.denchi.model.evidence.EvidenceVerification;
import dev.denchi.model.evidence.EvidenceVerifier;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.verification.Check.Result;
import dev.denchi.model.verification.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The evidence of a passport as its service hands it out. What becomes of it elsewhere is in {@link SecondInstanceTest}. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class EvidenceTest {
    private static final EvidenceVerifier VERIFIER = new EvidenceVerifier(new RecordSchemas());

    @Inject
    Store store;

    @Test
    void the_operators_package_has_everything_and_holds_offline() throws IOException, InterruptedException {
        ObjectNode model = Examples.ofModel("battery-model", "EVIDENCE");
        Pinned documents = Pinned.in(model);
        post("battery-model", model).then().statusCode(201);
        post("carbon-footprint", Examples.ofModel("carbon-footprint", "EVIDENCE"));
        post("recycled-content", Examples.ofModel("recycled-content", "EVIDENCE"));
        String elsewhere = documents.hashes().get(0);
        documents.hashes().stream().skip(1).forEach(hash -> Pinned.kept(People.CELL_MAKER, documents.of(hash)));
        post("due-diligence", Examples.of("ev-nmc/due-diligence"));
        Response battery = post("battery", Examples.newBattery("EVIDENCE"));
        ObjectNode condition = Examples.ofModel("condition", "EVIDENCE");
        condition.put("batteryPassportIdentifier", battery.<String>path("subject"));
        OwnKey key = OwnKey.registered(People.CELL_MAKERS_ADMINISTRATOR);
        signedByItself(key, condition);
        String self = "/v1/records/" + store.recordOf("urn:denchi:model:sakura-cells:EVIDENCE");
        put(self, as(People.CELL_MAKER).get(self).header("ETag"), model.put("warrantyPeriod", "P9Y"))
                .then()
                .statusCode(200);
        store.untilSealed();

        byte[] archive = exported(People.CELL_MAKER, battery);
        EvidencePackage evidence = Handed.read(archive);
        EvidenceVerification found = verified(evidence, key);
        assertEquals(List.of(), found.faults());
        assertEquals(List.of(), found.open());
        assertEquals(Result.PASSED, found.outcome(), found::toString);
        EvidenceVerification withoutHisKey = verified(evidence);
        assertEquals(List.of(), withoutHisKey.faults());
        assertTrue(withoutHisKey.open().toString().contains(key.did()), withoutHisKey::toString);
        assertEquals(
                List.of(
                        "battery",
                        "battery-model",
                        "battery-model",
                        "carbon-footprint",
                        "recycled-content",
                        "due-diligence",
                        "condition",
                        "condition"),
                found.records().stream()
                        .map(each -> each.verification().json().get("record"))
                        .map(record -> ((Map<?, ?>) record).get("kind"))
                        .collect(Collectors.toList()));
        assertEquals(Set.copyOf(documents.hashes().subList(1, documents.hashes().size())), hashes(evidence));
        assertFalse(found.documents().stream()
                .filter(each -> each.pin().sha256().equals(elsewhere))
                .findFirst()
                .orElseThrow()
                .isIn());
        assertEquals("operator", evidence.manifest().reader());
        assertFalse(evidence.statusLists().isEmpty());
        assertTrue(evidence.auditRows().toString().contains("record.issued"));
        Handed.documents(documents);
        Handed.over(archive, battery, key, List.of(People.CELL_MAKER, People.MARKET_SURVEILLANCE, People.RECYCLER));
    }

    private static Set<String> hashes(EvidencePackage evidence) {
        return evidence.documents().stream().map(EvidenceDocument::sha256).collect(Collectors.toSet());
    }

    @Test
    void each_reader_gets_the_documents_of_his_cut_and_no_more() {
        ObjectNode model = Examples.ofModel("battery-model", "EVIDENCE-PAPERS");
        Pinned documents = Pinned.in(model);
        post("battery-model", model).then().statusCode(201);
        post("carbon-footprint", Examples.ofModel("carbon-footprint", "EVIDENCE-PAPERS"));
        post("recycled-content", Examples.ofModel("recycled-content", "EVIDENCE-PAPERS"));
        documents.keptBy(People.CELL_MAKER);
        Response battery = post("battery", Examples.newBattery("EVIDENCE-PAPERS"));
        for (People reader :
                List.of(People.CELL_MAKER, People.OTHER_MAKER, People.RECYCLER, People.MARKET_SURVEILLANCE)) {
            EvidencePackage evidence = Handed.read(exported(reader, battery));
            Set<String> given = documents.hashes().stream()
                    .filter(hash ->
                            as(reader).get(Pinned.path(People.CELL_MAKER, hash)).statusCode() == 200)
                    .collect(Collectors.toSet());
            assertEquals(given, hashes(evidence), reader::name);
            assertEquals(List.of(), verified(evidence).faults());
        }
    }

    @Test
    void a_document_that_is_not_whole_is_in_no_package() throws SQLException {
        ObjectNode model = Examples.ofModel("battery-model", "EVIDENCE-BROKEN");
        Pinned documents = Pinned.in(model);
        post("battery-model", model).then().statusCode(201);
        post("carbon-footprint", Examples.ofModel("carbon-footprint", "EVIDENCE-BROKEN"));
        post("recycled-content", Examples.ofModel("recycled-content", "EVIDENCE-BROKEN"));
        documents.keptBy(People.CELL_MAKER);
        Response battery = post("battery", Examples.newBattery("EVIDENCE-BROKEN"));
        try (Connection owner = store.asOwner();
                var change = owner.prepareStatement("""
                        update passport.file_piece p set bytes = set_byte(bytes, 20, 65) where number = 0 and content_id =
                          (select content_id from passport.document where sha256 = ?)""")) {
            change.setString(1, documents.hashes().get(0));
            assertEquals(1, change.executeUpdate());
        }
        refused(as(People.CELL_MAKER).get(battery.path("links.passport") + "/evidence"), 500, "internal-error");
        Awaitility.await().until(() -> scratch() == 0);
    }

    private static long scratch() {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("denchi-evidence-"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void each_reader_gets_his_cut_and_no_more() {
        postModel("EVIDENCE-CUT");
        Response battery = post("battery", Examples.newBattery("EVIDENCE-CUT"));
        EvidencePackage whole = Handed.read(exported(People.CELL_MAKER, battery));
        EvidencePackage asPublic = Handed.read(exported(People.OTHER_MAKER, battery));
        EvidencePackage recyclers = Handed.read(exported(People.RECYCLER, battery));
        for (EvidenceRecord record : asPublic.records()) {
            String shown = anyone().accept("application/vc+sd-jwt")
                    .get("/v1/records/" + record.recordId() + "/versions/" + record.version())
                    .asString();
            assertEquals(shown, asPublic.token(record));
            assertTrue(whole.token(record).length() >= shown.length());
            assertNull(record.submittedBy());
        }
        assertEquals("public", asPublic.manifest().reader());
        assertEquals("legitimateInterest", recyclers.manifest().reader());
        assertEquals(List.of(), asPublic.auditRows());
        assertEquals(List.of(), verified(asPublic).faults());
        assertNotNull(Handed.read(exported(People.MARKET_SURVEILLANCE, battery))
                .records()
                .get(0)
                .submittedBy());
    }

    @Test
    void the_same_content_has_the_same_bytes_in_the_same_order() {
        postModel("EVIDENCE-SAME");
        Response battery = post("battery", Examples.newBattery("EVIDENCE-SAME"));
        EvidencePackage one = Handed.read(exported(People.RECYCLER, battery));
        EvidencePackage other = Handed.read(exported(People.RECYCLER, battery));
        assertEquals(one.manifest().sha256(), other.manifest().sha256());
    }

    @Test
    void refuses_who_has_no_key_and_passports_that_there_are_not() {
        postModel("EVIDENCE-NO");
        String passport = post("battery", Examples.newBattery("EVIDENCE-NO")).path("links.passport");
        refused(anyone().get(passport + "/evidence"), 401, "unauthenticated");
        refused(as(People.CONNECTOR).get(passport + "/evidence"), 403, "forbidden");
        refused(
                as(People.RECYCLER).get("/v1/dpps/urn%3Auuid%3A0198c0de-0000-7000-8000-0a1b2c3d4e5f/evidence"),
                404,
                "not-found");
    }

    @Test
    void takes_over_nothing_that_it_does_not_believe_nor_what_is_its_own() {
        postModel("EVIDENCE-OWN");
        Response battery = post("battery", Examples.newBattery("EVIDENCE-OWN"));
        byte[] own = exported(People.CELL_MAKER, battery);
        refused(store.unchangedBy(() -> takenOver(People.OTHER_MAKERS_ADMINISTRATOR, own)), 422, "invalid-request")
                .then()
                .body("violations.rule", hasItem("issuer-is-trusted"));
        for (People other : List.of(People.CELL_MAKER, People.MARKET_SURVEILLANCE, People.CONNECTOR)) {
            refused(store.unchangedBy(() -> takenOver(other, own)), 403, "forbidden");
        }
        refused(anyone().contentType("application/zip").body(own).post("/v1/evidence"), 401, "unauthenticated");
        for (byte[] garbage : List.of(new byte[0], "PK".getBytes(StandardCharsets.US_ASCII), new byte[1000])) {
            refused(takenOver(People.OTHER_MAKERS_ADMINISTRATOR, garbage), 400, "malformed-request");
        }
    }

    private static Response takenOver(People person, byte[] archive) {
        return as(person).contentType("application/zip").body(archive).post("/v1/evidence");
    }

    /** The condition in two versions, each at a reserved place. */
    private static void signedByItself(OwnKey key, ObjectNode condition) {
        List<String> places = as(People.CELL_MAKER)
                .contentType("application/json")
                .body("{\"count\": 2}")
                .post("/v1/status-places")
                .path("statusPlaces.id");
        Response first = OwnKey.post(
                People.CELL_MAKER, "condition", key.token(People.CELL_MAKER, "condition", condition, places.get(0)));
        first.then().statusCode(201);
        String id = first.path("recordId");
        as(People.CELL_MAKER)
                .contentType(OwnKey.SD_JWT)
                .header("If-Match", first.header("ETag"))
                .body(OwnKey.bytes(key.token(People.CELL_MAKER, id, condition, places.get(1))))
                .put("/v1/records/" + id)
                .then()
                .statusCode(200);
    }

    private static EvidenceVerification verified(EvidencePackage evidence, OwnKey... own) {
        Stream<PublishedKeys> service = Stream.of(PublishedKeys.ofDidDocument(
                anyone().get("/operators/sakura-cells/did.json").asByteArray()));
        Stream<PublishedKeys> operator = Stream.of(own).map(key -> PublishedKeys.of(key.did(), List.of(key.key())));
        return VERIFIER.verify(
                evidence,
                Given.keys(
                        Stream.concat(service, operator).toList(),
                        evidence.manifest().exportedAt()));
    }

    private static byte[] exported(People reader, Response battery) {
        Response answer = as(reader).get(battery.path("links.passport") + "/evidence");
        assertEquals(200, answer.statusCode(), answer::asString);
        assertEquals("application/zip", answer.contentType());
        return answer.asByteArray();
    }
}
