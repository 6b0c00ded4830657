package dev.denchi.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.StrictJson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    /** A split by what its row leaves out, the ends of a period as one span. */
    private static final Set<String> TOLD_OTHERWISE = Set.of("split", "from", "to");

    private static final Path CONTRACT = Path.of("..", "openapi");

    @ParameterizedTest
    @ValueSource(strings = {"words_de.properties", "words_ja.properties"})
    void every_language_says_everything(String file) throws IOException {
        Properties english = read("words.properties");
        Properties other = read(file);

        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(other.stringPropertyNames()));
        other.stringPropertyNames().stream()
                .filter(key -> !key.equals("unit.1"))
                .forEach(key -> assertFalse(other.getProperty(key).isBlank(), key));
    }

    /** Every member of a record, and every value of its closed lists. */
    @Test
    void every_attribute_and_every_value_of_a_list_has_words() throws IOException {
        Properties words = read("words.properties");
        List<String> unnamed = new ArrayList<>();
        for (String kind : List.of(
                "battery-model", "carbon-footprint", "recycled-content", "due-diligence", "battery", "condition")) {
            unnamed(words, "", schema(kind).path("properties"), unnamed);
        }
        assertEquals(List.of(), unnamed);
    }

    /** Of members that are values; folders have no words of their own. */
    private static void unnamed(Properties words, String place, JsonNode members, List<String> unnamed) {
        members.properties().stream()
                .filter(member -> !TOLD_OTHERWISE.contains(member.getKey()))
                .forEach(member -> {
                    String name = member.getKey();
                    JsonNode schema = member.getValue();
                    JsonNode below = schema.has("items") ? schema.path("items") : schema;
                    schema.path("enum").forEach(value -> {
                        if (value.asText().length() > 1 && !words.containsKey("value." + name + "." + value.asText())) {
                            unnamed.add(name + " = " + value.asText());
                        }
                    });
                    boolean folder = below.has("properties") && !schema.has("items") && place.isEmpty();
                    if (!folder
                            && !words.containsKey("label." + name)
                            && !words.containsKey("label." + place + "." + name)) {
                        unnamed.add(place + "/" + name);
                    }
                    unnamed(words, name, below.path("properties"), unnamed);
                });
    }

    @Test
    void a_place_may_call_an_attribute_by_another_name() {
        Words words = new Words(Language.ENGLISH);

        assertEquals("Separate collection symbol", words.label("labels", "separateCollection"));
        assertEquals("Your part in separate collection", words.label("endOfLifeInformation", "separateCollection"));
        assertEquals("somethingNew", words.label("labels", "somethingNew"), "what nobody has named yet");
    }

    private static JsonNode schema(String name) throws IOException {
        return StrictJson.read(Files.readAllBytes(CONTRACT.resolve("schemas").resolve(name + ".json")));
    }

    private static Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        assertFalse(properties.isEmpty());
        return properties;
    }
}
