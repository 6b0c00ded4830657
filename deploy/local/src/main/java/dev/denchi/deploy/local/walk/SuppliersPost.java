package dev.denchi.deploy.local.walk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.deploy.local.secrets.Person;
import dev.denchi.model.format.StrictJson;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Station 1: what stands behind the recycled metal, each by whoever made it, changed it or handed it over. */
final class SuppliersPost implements Step {

    @Override
    public String title() {
        return "A recycler, a refiner, makers of precursor and cathode, and a smelter post their lots, transformations and transfers";
    }

    @Override
    public List<String> take(Journey journey) throws Exception {
        Map<String, Integer> posted = new TreeMap<>();
        for (String text : journey.chainOfLots()) {
            JsonNode line = StrictJson.read(text);
            if (line.path("kind").asText().equals("recycled-content")) {
                continue; // the maker's own, after its model
            }
            String operator = line.path("operator").asText();
            Answer answer = journey.as(of(operator)).post(Example.ofLine(line));
            answer.expecting(201);
            posted.merge(operator, 1, Integer::sum);
        }
        return List.of("201 for each: " + posted);
    }

    private static Person of(String operator) {
        return Arrays.stream(Person.values())
                .filter(person -> person.operator().equals(operator))
                .findFirst()
                .orElseThrow(() -> new Expect.Failed("nobody here posts for " + operator));
    }
}
