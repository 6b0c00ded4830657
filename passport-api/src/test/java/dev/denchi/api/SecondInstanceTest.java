package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.deploy.integrity.Integrity;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.evidence.EvidenceDocument;
import dev.denchi.model.evidence.EvidencePackage;
import dev.denchi.model.evidence.EvidenceRecord;
import dev.denchi.model.evidence.EvidenceVerification;
import dev.denchi.model.evidence.EvidenceVerifier;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.verification.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Another service, with a database of its own and without sakura-cells among its operators, takes over what {@link EvidenceTest} handed
 * out, after the first service was stopped: tests without a profile run before those with one.
 */
@QuarkusTest
@TestProfile(SecondInstanceProfile.class)
@QuarkusTestResource(TestServers.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecondInstanceTest {
    private static final People HOLDER = People.OTHER_MAKERS_ADMINISTRATOR;

    @Inject
    Store store;

    @Test
    @Order(1)
    void it_is_empty_and_refuses_a_package_that_was_touched() throws IOException {
        anyone().get(Handed.said("passport")).then().statusCode(404);
        byte[] good = Handed.file("evidence.zip");
        assertEquals(0, store.records());
        for (String entry : List.of("records/", "status/", "audit/", "operators/", "documents/")) {
            refused(store.unchangedBy(() -> takenOver(HOLDER, changed(good, entry))), 422, "invalid-request")
                    .then()
                    .body("violations.rule", hasItem("package-holds"));
        }
        Response index = store.unchangedBy(() -> takenOver(HOLDER, changed(good, "index.json")));
        assertTrue(
                index.statusCode() == 422 || index.statusCode() == 400,
                index::asString); // it may name what is not there
    }

    @Test
    @Order(2)
    void refuses_others_than_administrators_of_an_operator() throws IOException {
        byte[] good = Handed.file("evidence.zip");
        for (People other : List.of(People.OTHER_MAKER, People.RECYCLER, People.MARKET_SURVEILLANCE)) {
            refused(store.unchangedBy(() -> takenOver(other, good)), 403, "forbidden");
        }
    }

    @Test
    @Order(3)
    void serves_the_passport_byte_for_byte_as_the_first_did() throws IOException {
        Response taken = takenOver(HOLDER, Handed.file("evidence.zip"));
        taken.then().statusCode(201).body("links.passport", equalTo(Handed.said("passport")));
        assertEquals(taken.<Integer>path("versions"), taken.<Integer>path("added"));
        assertEquals(taken.<Integer>path("documents"), taken.<Integer>path("documentsAdded"));
        assertTrue(taken.<Integer>path("documents") > 0);

        String passport = Handed.said("passport");
        assertArrayEquals(Handed.file("anyone.json"), anyone().get(passport).asByteArray());
        for (People reader : List.of(People.MARKET_SURVEILLANCE, People.RECYCLER)) {
            assertArrayEquals(
                    Handed.file(reader + ".json"), as(reader).get(passport).asByteArray());
            assertArrayEquals(
                    Handed.file(reader + ".vp"),
                    as(reader).accept("application/vp").get(passport).asByteArray());
        }
        anyone().get("/v1/dppsByProductId/" + Calls.encoded(Handed.said("product")))
                .then()
                .statusCode(200)
                .header("Denchi-Service-Provider", SecondInstanceProfile.PROVIDER);
    }

    @Test
    @Order(4)
    void gives_out_the_documents_as_the_first_did_and_to_the_same_readers() throws IOException {
        Set<String> inIt = Handed.read(Handed.file("evidence.zip")).documents().stream()
                .map(EvidenceDocument::sha256)
                .collect(Collectors.toSet());
        assertFalse(inIt.isEmpty());
        for (People reader : List.of(People.OTHER_MAKER, People.RECYCLER, People.MARKET_SURVEILLANCE)) {
            for (String hash : Handed.documents(reader)) {
                Response given = as(reader).get("/operators/sakura-cells/documents/" + hash);
                given.then().statusCode(200).contentType("application/pdf");
                assertArrayEquals(Handed.file(hash), given.asByteArray());
            }
            for (String hash : inIt) {
                if (!Handed.documents(reader).contains(hash)) {
                    refused(as(reader).get("/operators/sakura-cells/documents/" + hash), 404, "not-found");
                }
            }
        }
        assertTrue(Handed.documents(People.OTHER_MAKER).size() < inIt.size());
    }

    @Test
    @Order(4)
    void the_tokens_are_as_their_operator_signed_them_and_older_versions_are_there() throws IOException {
        EvidencePackage evidence = Handed.read(Handed.file("evidence.zip"));
        for (EvidenceRecord record : evidence.records()) {
            String served = as(People.MARKET_SURVEILLANCE)
                    .accept("application/vc+sd-jwt")
                    .get("/v1/records/" + record.recordId() + "/versions/" + record.version())
                    .asString();
            assertEquals(
                    RecordToken.parse(evidence.token(record)).sha256(),
                    RecordToken.parse(served).sha256());
        }
    }

    @Test
    @Order(5)
    void its_battery_is_counted_among_those_of_its_models_recycled_content() {
        assertEquals("1", store.text("""
                        select count(*)::text from passport.passport p join passport.record_head h on h.subject = p.recycled_content
                        where h.subject like 'urn:denchi:recycled-content:sakura-cells:EVIDENCE:%'"""));
    }

    @Test
    @Order(6)
    void the_same_package_again_changes_nothing_and_nobody_else_adds_to_it() throws IOException {
        byte[] good = Handed.file("evidence.zip");
        store.unchangedBy(() -> takenOver(HOLDER, good))
                .then()
                .statusCode(200)
                .body("added", equalTo(0))
                .body("documentsAdded", equalTo(0));
        refused(store.unchangedBy(() -> takenOver(People.RECYCLERS_ADMINISTRATOR, good)), 409, "subject-exists");
        Response token = as(HOLDER)
                .get("/v1/records/" + Handed.read(good).records().get(0).recordId());
        refused(
                as(HOLDER)
                        .header("If-Match", token.header("ETag"))
                        .contentType("application/json")
                        .body("{\"reason\":\"mine now\"}")
                        .post("/v1/records/" + token.path("record.recordId") + "/revocation"),
                403,
                "forbidden");
    }

    @Test
    @Order(7)
    void its_package_of_the_passport_holds_too_and_says_who_holds_it() throws IOException {
        byte[] again = as(People.MARKET_SURVEILLANCE)
                .get(Handed.said("passport") + "/evidence")
                .asByteArray();
        EvidencePackage evidence = Handed.read(again);
        assertTrue(evidence.manifest().issuer().endsWith(":operators:hikari-motors"));
        assertEquals(SecondInstanceProfile.PROVIDER, evidence.manifest().serviceProvider());
        assertNotEquals(
                SecondInstanceProfile.PROVIDER, evidence.records().get(0).serviceProvider());
        assertTrue(evidence.statusLists().size() > 1);
        List<PublishedKeys> keys = new ArrayList<>(Handed.trusted());
        keys.add(keysOf("hikari-motors"));
        EvidenceVerification found = new EvidenceVerifier(new RecordSchemas())
                .verify(evidence, Given.keys(keys, evidence.manifest().exportedAt()));
        assertEquals(List.of(), found.faults());
        assertEquals(List.of(), found.open());
        assertEquals(
                List.of(),
                found.records().stream().flatMap(each -> each.failed().stream()).toList());
        assertEquals(
                1,
                evidence.operators().stream()
                        .mapToInt(each -> each.ownDids().size())
                        .sum());
    }

    @Test
    @Order(8)
    void its_database_passes_the_integrity_command_with_the_keys_of_both() throws SQLException, IOException {
        try (Connection owner = store.asOwner()) {
            owner.setAutoCommit(false);
            List<PublishedKeys> keys = new ArrayList<>(Handed.trusted());
            keys.add(keysOf("hikari-motors"));
            keys.add(keysOf("market-surveillance"));
            assertEquals(List.of(), Integrity.check(owner, keys, Map.of()));
        }
    }

    @Test
    @Order(9)
    void takes_over_no_status_that_nobody_vouches_for_and_what_was_revoked_as_revoked() throws IOException {
        FujisPackage fujis = new FujisPackage();
        fujis.trusted();
        String fuji = FujisPackage.OPERATOR;
        String neighbour = FujisPackage.NEIGHBOUR;
        refusedFor("package-holds", "0123456789ab-revocation.jwt", fujis.archive(fuji, neighbour, true, true));
        refusedFor("package-holds", "by no status list", fujis.archive(fuji, fuji, false, true));
        refusedFor("status", "revoked", fujis.archive(fuji, fuji, true, false));
        refusedFor("status-list-is-its-operators", "no list", fujis.archive(neighbour, neighbour, true, true));

        takenOver(HOLDER, fujis.archive(fuji, fuji, true, true)).then().statusCode(201);
        anyone().get("/v1/records/" + fujis.record()).then().body("record.revocation.reason", equalTo("Recalled."));
    }

    private void refusedFor(String rule, String reason, byte[] archive) {
        refused(store.unchangedBy(() -> takenOver(HOLDER, archive)), 422, "invalid-request")
                .then()
                .body("violations.rule", hasItem(rule))
                .body("violations.findAll { it.rule == '" + rule + "' }.message.join(' ')", containsString(reason));
    }

    private static PublishedKeys keysOf(String operator) {
        return PublishedKeys.ofDidDocument(
                anyone().get("/operators/" + operator + "/did.json").asByteArray());
    }

    private static Response takenOver(People person, byte[] archive) {
        return as(person).contentType("application/zip").body(archive).post("/v1/evidence");
    }

    /** The same archive with a byte of the first such entry changed. */
    private static byte[] changed(byte[] archive, String prefix) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean done = false;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (!done && entry.getName().startsWith(prefix)) {
                    content[content.length / 2] ^= 1;
                    done = true;
                }
                out.putNextEntry(
                        entry.getMethod() == ZipEntry.STORED
                                ? stored(entry.getName(), content)
                                : new ZipEntry(entry.getName()));
                out.write(content);
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry stored(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        return entry;
    }
}
