package dev.denchi.deploy.local.walk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.deploy.local.secrets.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Station 3: each published example of a fault, and callers who may not post. */
final class WrongOnesAreRefused implements Step {

    @Override
    public String title() {
        return "Wrong ones are refused, and the answer says what to change";
    }

    @Override
    public List<String> take(Journey journey) throws Exception {
        List<String> findings = new ArrayList<>();
        for (Example example : faulty(journey.refusedExamples())) {
            findings.addAll(refused(example, journey.as(Person.CELL_MAKER)));
        }
        Example sound = journey.battery().example();
        journey.service().post(sound).expecting(401);
        journey.service().withKey("not-a-key").post(sound).expecting(401);
        journey.as(Person.AUTHORITY).post(sound).expecting(403);
        findings.add("no key 401, unknown key 401, an authority, which may only read, 403");
        return findings;
    }

    private static List<String> refused(Example example, Service maker) throws Exception {
        JsonNode problem = maker.post(example).expecting(422).json();
        List<String> findings = new ArrayList<>();
        findings.add(example.name() + ": 422 " + problem.path("title").asText());
        for (JsonNode violation : problem.path("violations")) {
            String pointer = violation.path("pointer").asText();
            String message = violation.path("message").asText();
            Expect.that(
                    violation.path("pointer").isTextual() && !message.isEmpty(),
                    "a violation without pointer or message: %s",
                    violation);
            findings.add("  " + (pointer.isEmpty() ? "(the whole record)" : pointer) + "  " + message);
        }
        Expect.that(findings.size() > 1, "%s was refused without a violation: %s", example.name(), problem);
        return findings;
    }

    private static List<Example> faulty(Path folder) throws IOException {
        List<Example> examples = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                examples.add(Example.read(file));
            }
        }
        Expect.that(!examples.isEmpty(), "there is no example in %s", folder);
        return examples;
    }
}
