package dev.denchi.api;

import static dev.denchi.api.Papers.added;
import static dev.denchi.api.Papers.certificate;
import static dev.denchi.api.Papers.downloading;
import static dev.denchi.api.Papers.named;
import static dev.denchi.api.Papers.naming;
import static dev.denchi.api.Papers.removing;
import static dev.denchi.api.Papers.sending;
import static dev.denchi.api.Papers.sent;
import static dev.denchi.api.Papers.with;
import static dev.denchi.api.Supplies.DATA;
import static dev.denchi.api.Supplies.json;
import static dev.denchi.api.Supplies.newPart;
import static dev.denchi.api.Supplies.newPlant;
import static dev.denchi.api.Supplies.part;
import static dev.denchi.api.Traders.CELL_MAKER;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.contract.ContractAnswers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files that are something else than they say, too large, or never arrive: none is kept, and nothing of it stays. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class HostileFilesTest {
    private static final int MOST = 100 * 1024 * 1024;

    @Inject
    Store store;

    @Test
    void takes_each_type_as_its_own() {
        Map<String, byte[]> files = Map.ofEntries(
                Map.entry("a.pdf", Documents.pdf()),
                Map.entry("a.txt", Documents.text("Denchi")),
                Map.entry("a.csv", Documents.shiftJis("部品,排出量\r\nカソード,2.5\r\n")),
                Map.entry("b.csv", Documents.text("\uFEFF部品,排出量\nカソード,2.5\n")),
                Map.entry("a.docx", Documents.docx()),
                Map.entry("a.xlsx", Documents.zip("[Content_Types].xml", "xl/workbook.xml")),
                Map.entry("a.pptx", Documents.zip("[Content_Types].xml", "ppt/presentation.xml")),
                Map.entry("a.odt", Documents.openDocumentText()),
                Map.entry("a.doc", Documents.oldOffice()),
                Map.entry("a.PNG", Documents.png()),
                Map.entry("a.gif", Documents.gif()),
                Map.entry("a.jpg", Documents.jpeg()),
                Map.entry("a.zip", Documents.zip("証明書/B01.pdf", "a..b.txt")));

        files.forEach((name, bytes) -> assertEquals(
                201, sending(CELL_MAKER, named(CELL_MAKER, name), bytes).statusCode(), name));
    }

    @Test
    void refuses_bytes_that_are_not_what_the_name_says() {
        Map<String, byte[]> files = Map.ofEntries(
                Map.entry("zip.pdf", Documents.zip("a.txt")),
                Map.entry("program.csv", Documents.program()),
                Map.entry("program.zip", Documents.program()),
                Map.entry("page.txt", Documents.text("<!DOCTYPE html><html><script>alert(1)</script></html>")),
                Map.entry("script.txt", Documents.text("#!/bin/sh\nrm -rf /\n")),
                Map.entry("picture.png", Documents.text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
                Map.entry("gif.jpg", Documents.gif()),
                Map.entry("archive.docx", Documents.zip("a.txt")),
                Map.entry("sheet.docx", Documents.zip("[Content_Types].xml", "xl/workbook.xml")),
                Map.entry("macros.docx", Documents.docx("word/vbaProject.bin")),
                Map.entry("document.odt", Documents.docx()),
                Map.entry("pdf.doc", Documents.pdf()),
                Map.entry("noise.txt", new byte[] {0, 1, 2, 3, (byte) 0xFF}),
                Map.entry("slip.zip", Documents.zip("../../etc/cron.d/a")),
                Map.entry("absolute.zip", Documents.zip("/etc/passwd")),
                Map.entry("windows.zip", Documents.zip("a\\..\\..\\b.dll")),
                Map.entry("line.zip", Documents.zip("\u2028/../../etc/cron.d/a")),
                Map.entry("directory.zip", Documents.zipThatNames(5 * 1024 * 1024)),
                Map.entry("cut.zip", Arrays.copyOf(Documents.zip("a.txt", "b.txt"), 60)),
                Map.entry("empty.pdf", new byte[0]));

        files.forEach((name, bytes) -> {
            String id = named(CELL_MAKER, name);
            Response answer = sending(CELL_MAKER, id, bytes);
            assertEquals(400, answer.statusCode(), name);
            assertTrue(answer.<String>path("message").startsWith("Validation failed, fileName: "), answer::asString);
            downloading(CELL_MAKER, id).then().statusCode(400);
        });
    }

    @Test
    void refuses_names_that_would_do_harm_where_they_are_saved_all_at_once() {
        Response answer = naming(CELL_MAKER, "../a.pdf", "good.pdf", "CON.pdf", "a\u202Efdp.exe.pdf", "a.exe.pdf");

        assertEquals(400, answer.statusCode());
        String message = answer.path("message");
        for (String place : List.of("fileInfo[0]", "fileInfo[2]", "fileInfo[3]", "fileInfo[4]")) {
            assertTrue(message.contains(place), message);
        }
        assertTrue(!message.contains("fileInfo[1]"), message);
    }

    @Test
    void refuses_a_file_that_says_it_is_too_large_without_reading_it() throws IOException {
        String id = named(CELL_MAKER, "large.txt");

        try (Socket socket = open(id, "Content-Length: " + (MOST + 1))) {
            assertTrue(statusLine(socket).contains(" 413 "));
        }
    }

    @Test
    void refuses_a_file_that_does_not_say_how_large_it_is_where_it_becomes_too_large() throws IOException {
        String id = named(CELL_MAKER, "large.txt");
        byte[] block = "a".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);

        try (Socket socket = open(id, "Transfer-Encoding: chunked")) {
            OutputStream out = socket.getOutputStream();
            for (int i = 0; i < 101; i++) {
                out.write("100000\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(block);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.flush();
            assertTrue(statusLine(socket).contains(" 413 "));
        }
        assertNothingStays(id);
    }

    @Test
    void nothing_of_an_upload_that_broke_off_stays_and_it_can_be_sent_again() throws IOException {
        String id = named(CELL_MAKER, "broken.txt");
        byte[] whole = Documents.text("b".repeat(3 << 20));

        try (Socket socket = open(id, "Content-Length: " + whole.length)) {
            socket.getOutputStream().write(whole, 0, 2 << 20);
            socket.getOutputStream().flush();
            await().atMost(Duration.ofSeconds(20)).until(() -> spooled() > 0);
        }

        assertNothingStays(id);
        JsonNode kept = json(sending(CELL_MAKER, id, whole), 201);
        assertEquals(whole.length, kept.path("size").intValue());
        assertEquals("text/plain", kept.path("mediaType").textValue());
    }

    @Test
    void a_file_that_is_being_sent_can_be_sent_once_more_and_no_oftener() throws IOException {
        String id = named(CELL_MAKER, "often.txt");
        List<Socket> hanging = new ArrayList<>();
        try {
            for (int i = 0; i < 2; i++) {
                Socket socket = open(id, "Content-Length: 1000000");
                socket.getOutputStream().write(new byte[1000]);
                hanging.add(socket);
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> spooled() >= 2);
            assertEquals(429, sending(CELL_MAKER, id, Documents.text("a")).statusCode());
        } finally {
            for (Socket socket : hanging) {
                socket.close();
            }
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> spooled() == 0);
    }

    @Test
    void an_operator_has_four_uploads_at_once_and_no_more() throws IOException {
        List<Socket> hanging = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                Socket socket = open(named(CELL_MAKER, "hanging" + i + ".txt"), "Content-Length: 1000000");
                socket.getOutputStream().write(new byte[1000]);
                hanging.add(socket);
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> spooled() >= 4);
            String id = named(CELL_MAKER, "fifth.txt");
            assertEquals(429, sending(CELL_MAKER, id, Documents.text("a")).statusCode());
            assertEquals(
                    201,
                    sending(Traders.MODULE_MAKER, named(Traders.MODULE_MAKER, "a.txt"), Documents.text("a"))
                            .statusCode());
        } finally {
            for (Socket socket : hanging) {
                socket.close();
            }
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> spooled() == 0);
    }

    @Test
    void a_certificate_and_what_is_on_its_way_have_a_hundred_mebibytes_at_most() throws SQLException {
        Traders trader = Traders.PACK_MAKER;
        String made = newPart(trader, part(trader, newPlant(trader), "Large " + UUID.randomUUID(), "unit", true));
        String first = sent(trader, "a.txt", Documents.text("a".repeat(20)));
        change("update passport.certificate_file set size = 104857590 where file_id = ?::uuid", first);
        byte[] other = Documents.text("b".repeat(20));
        String second = named(trader, "b.txt");
        Response onTheWay = sending(trader, second, other);
        assertEquals(400, onTheWay.statusCode());
        assertTrue(onTheWay.asString().contains("104857610 bytes would be on their way"), onTheWay::asString);
        added(trader, made, first, "a.txt");
        json(sending(trader, second, other), 201);

        Response tooMuch = trader.puts("cfpCertificationInfo", with(certificate(trader, made), second, "b.txt"))
                .put(DATA);

        assertEquals(400, tooMuch.statusCode());
        assertTrue(
                tooMuch.asString().contains("would have 104857610 bytes, and may have no more than 104857600"),
                tooMuch::asString);
        removing(trader, made).then().statusCode(204);
    }

    private void change(String statement, String id) throws SQLException {
        try (Connection owner = store.asOwner();
                var prepared = owner.prepareStatement(statement)) {
            prepared.setString(1, id);
            assertEquals(1, prepared.executeUpdate());
        }
    }

    @Test
    void a_file_of_many_pieces_goes_out_as_it_came_in() {
        byte[] bytes = Documents.text("0123456789abcde\n".repeat(100_000));
        String id = sent(CELL_MAKER, "many.txt", bytes);

        Response answer = downloading(CELL_MAKER, id);

        answer.then().statusCode(200).header("Content-Length", "1600000");
        assertArrayEquals(bytes, answer.asByteArray());
    }

    @Test
    void a_file_that_breaks_off_is_not_taken_for_a_whole_one() throws SQLException {
        String id = sent(CELL_MAKER, "two-pieces.txt", Documents.text("c".repeat(300_000)));
        change(
                "delete from passport.file_piece where number = 1 and content_id = (select content_id from passport.certificate_file where file_id = ?::uuid)",
                id);

        assertThrows(Exception.class, () -> downloading(CELL_MAKER, id).asByteArray());
    }

    @Test
    void a_hundred_files_are_on_their_way_at_most() {
        Traders trader = Traders.PRECURSOR_SUPPLIER;
        String[] names = Stream.generate(() -> "a.pdf").limit(100).toArray(String[]::new);
        json(naming(trader, names), 201);

        Response more = naming(trader, "b.pdf");

        assertEquals(400, more.statusCode());
        assertTrue(more.asString().contains("101 files would be on their way"), more::asString);
    }

    @Test
    void refuses_a_packed_body_and_what_was_never_named() {
        CELL_MAKER
                .calls()
                .header("Content-Encoding", "gzip")
                .body(new byte[10])
                .put(Papers.FILES + named(CELL_MAKER, "a.txt"))
                .then()
                .statusCode(400);
        sending(CELL_MAKER, UUID.randomUUID().toString(), Documents.pdf())
                .then()
                .statusCode(400);
        sending(CELL_MAKER, "hoge", Documents.pdf()).then().statusCode(400);
        downloading(CELL_MAKER, "..%2F..%2Fetc%2Fpasswd").then().statusCode(400);
    }

    @Test
    void its_answers_are_those_of_the_contract() {
        String id = named(CELL_MAKER, "contract.pdf");
        for (Response answer :
                List.of(sending(CELL_MAKER, id, Documents.gif()), sending(CELL_MAKER, id, Documents.pdf()))) {
            assertEquals(List.of(), faults("PUT", id, answer));
        }
        assertEquals(List.of(), faults("GET", id, downloading(CELL_MAKER, id)));
        assertEquals(List.of(), faults("GET", "hoge", downloading(CELL_MAKER, "hoge")));
    }

    private static List<String> faults(String method, String id, Response answer) {
        return ContractAnswers.faults(
                method, Papers.FILES + id, answer.statusCode(), answer.contentType(), answer.asByteArray());
    }

    private void assertNothingStays(String id) {
        await().atMost(Duration.ofSeconds(20)).until(() -> spooled() == 0);
        assertEquals(
                "1",
                store.text(
                        "select count(*)::text from passport.certificate_file where content_id is null and file_id = '"
                                + id + "'"));
        assertEquals("0", store.text("""
                select count(*)::text from passport.file_content c where operator_id = 'sakura-cells'
                  and not exists (select from passport.certificate_file f where f.content_id = c.content_id)
                  and not exists (select from passport.document d where d.content_id = c.content_id)"""));
    }

    private static long spooled() {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("denchi-.*\\.upload"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Socket open(String id, String length) throws IOException {
        URI service = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
        Socket socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(30_000);
        String head = "PUT %s%s HTTP/1.1\r\nHost: %s\r\napiKey: %s\r\nAuthorization: Bearer %s\r\n%s\r\n\r\n"
                .formatted(
                        Papers.FILES,
                        id,
                        service.getAuthority(),
                        CELL_MAKER.person().key(),
                        OidcFixture.token(CELL_MAKER.person().operator(), "battery-operator"),
                        length);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String statusLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        int octet;
        while ((octet = socket.getInputStream().read()) >= 0 && octet != '\n') {
            line.append((char) octet);
        }
        return line.toString();
    }
}
