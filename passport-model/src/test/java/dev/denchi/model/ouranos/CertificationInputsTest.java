package dev.denchi.model.ouranos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CertificationInputsTest {
    private static final String ID = "d9a38406-cae2-4679-b052-15a75f5531e0";

    @Test
    void all_that_is_wrong_with_names_is_told_at_once_each_at_its_place() {
        UploadInput input = new UploadInput(
                "hoge",
                List.of(
                        new UploadInput.Item("../a.pdf", "pdf"),
                        new UploadInput.Item("b.pdf", "PDF"),
                        new UploadInput.Item("c.pdf", "zip"),
                        new UploadInput.Item(null, "exe")));

        assertEquals(
                Optional.of("operatorId: invalid UUID.; "
                        + "fileInfo[0]: (fileName: must not have any of / \\ : * ? \" < > |.); "
                        + "fileInfo[2]: (extension: must be the extension of fileName.); "
                        + "fileInfo[3]: (extension: cannot be allowed 'exe'; fileName: cannot be blank.)."),
                input.faults());
    }

    @Test
    void a_hundred_files_are_no_more_than_a_hundred() {
        UploadInput.Item item = new UploadInput.Item("a.pdf", "pdf");

        assertEquals(Optional.empty(), new UploadInput(ID, Collections.nCopies(100, item)).faults());
        assertEquals(
                Optional.of("fileInfo: the length must be no more than 100."),
                new UploadInput(ID, Collections.nCopies(101, item)).faults());
        assertEquals(Optional.of("fileInfo: cannot be blank."), new UploadInput(ID, List.of()).faults());
    }

    @Test
    void a_certificate_is_of_a_part_and_has_files() {
        CertificationInput input = new CertificationInput(ID, "hoge", null, "あ".repeat(101), null);

        assertEquals(
                Optional.of(
                        "cfpCertificationDescription: the length must be no more than 100; "
                                + "cfpCertificationFileInfo: cannot be blank; cfpCertificationId: invalid UUID; traceId: cannot be blank."),
                input.faults());
    }

    @Test
    void its_files_are_told_by_their_ids_in_their_order() {
        String other = UUID.randomUUID().toString();
        CertificationInput input = new CertificationInput(
                ID,
                null,
                ID,
                null,
                List.of(new CertificationInput.Item(other, "b.pdf"), new CertificationInput.Item(ID, "a.pdf")));

        assertEquals(Optional.empty(), input.faults());
        assertEquals(
                List.of(UUID.fromString(other), UUID.fromString(ID)),
                List.copyOf(input.files().keySet()));
        assertEquals(Optional.empty(), input.certificationId());
    }

    @Test
    void a_release_says_whether_and_to_whom() {
        assertEquals(
                Optional.of("releasedFlag: cannot be blank; releasedToOperatorId: cannot be blank."),
                new CertificationReleaseInput(ID, null, ID, null).faults());
        assertEquals(Optional.empty(), new CertificationReleaseInput(ID, ID, ID, false).faults());
    }
}
