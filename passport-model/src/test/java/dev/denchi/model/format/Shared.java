package dev.denchi.model.format;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Reference data that lies beside a checkout on some machines: shared/data in one of the folders above. */
public final class Shared {

    private Shared() {}

    public static JsonNode data(String file) throws IOException {
        return StrictJson.read(bytes(file));
    }

    /** The file, or the test is skipped and says so. */
    public static byte[] bytes(String file) throws IOException {
        var found = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve("data").resolve(file))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(found.isPresent(), "skipped: there is no shared/data/" + file + " beside this checkout");
        return Files.readAllBytes(found.orElseThrow());
    }
}
