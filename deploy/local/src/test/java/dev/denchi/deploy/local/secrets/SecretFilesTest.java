package dev.denchi.deploy.local.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretFilesTest {

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void a_secret_is_made_once_and_kept(@TempDir Path home) throws IOException {
        String first = SecretFiles.in(home).password("password");

        assertEquals(first, SecretFiles.in(home).password("password"));
        assertNotEquals(first, SecretFiles.in(home).password("another"));
    }

    @Test
    void nobody_else_can_read_any_of_them(@TempDir Path home) throws IOException {
        Secrets secrets = Secrets.in(home.resolve("secrets"));
        secrets.keystorePassword();
        secrets.managementKey("denchi");
        secrets.apiKeys().callersFile();
        secrets.dataspace().participantsFile();
        secrets.dataspace().pullTokenKeysFile();

        assertEquals("rwx------", permissions(home.resolve("secrets")));
        try (Stream<Path> files = Files.list(home.resolve("secrets"))) {
            for (Path file : files.toList()) {
                assertEquals("rw-------", permissions(file), file::toString);
            }
        }
    }

    @Test
    void the_service_is_told_the_hashes_of_the_keys_and_no_key(@TempDir Path home) throws IOException {
        ApiKeys keys = Secrets.in(home).apiKeys();

        String callers = Files.readString(keys.callersFile());

        assertTrue(callers.contains("keySha256"), callers);
        for (Person person : Person.values()) {
            assertFalse(callers.contains(keys.of(person)), person::name);
        }
    }

    @Test
    void the_other_participant_is_told_public_keys_only(@TempDir Path home) throws IOException {
        DataspaceKeys keys = Secrets.in(home).dataspace();

        String participants = Files.readString(keys.participantsFile());

        assertTrue(
                participants.contains(
                        keys.participant(DataspaceKeys.CONSUMER).jwk().getKeyID()),
                participants);
        assertFalse(participants.contains("\"d\""), participants);
    }
}
