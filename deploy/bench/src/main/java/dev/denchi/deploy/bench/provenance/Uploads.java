package dev.denchi.deploy.bench.provenance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * NDJSON of lots and of the transformations that make a fifth of them, in balance: each takes a quarter of four lots.
 *
 * @param run sets the numbers of one run apart from another's
 */
record Uploads(ObjectNode lot, ObjectNode transformation, String run) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPERATOR = "sakura-cells:";

    static Uploads of(Path examples, String run) throws IOException {
        return new Uploads(
                (ObjectNode) JSON.readTree(examples.resolve("lot.json").toFile()),
                (ObjectNode)
                        JSON.readTree(examples.resolve("transformation.json").toFile()),
                run);
    }

    Path lots(Path file, int count) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(lot(i, i < enter(count)));
        }
        return Files.write(file, lines);
    }

    Path transformations(Path file, int count) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int made = enter(count); made < count; made++) {
            lines.add(transformation(made, (made - enter(count)) * 4));
        }
        return Files.write(file, lines);
    }

    private static int enter(int count) {
        return count * 4 / 5;
    }

    private String lot(int number, boolean enters) {
        ObjectNode json = lot.deepCopy();
        json.put("lotId", OPERATOR + run + "-" + number)
                .put("material", "BLACK_MASS")
                .put("productionDate", "2026-03-20");
        json.putObject("mass").put("value", 100).put("unit", "kg");
        json.remove(List.of("transformationId", "wasteOrigin", "assays", "moisture"));
        if (!enters) {
            json.put("transformationId", OPERATOR + run + "-T" + number);
        }
        ArrayNode elements = json.putArray("elements");
        for (String element : List.of("Nickel", "Cobalt", "Lithium")) {
            elements.addObject()
                    .put("element", element)
                    .putObject("total")
                    .put("value", 10)
                    .put("unit", "kg");
        }
        return json.toString();
    }

    private String transformation(int made, int firstInput) {
        ObjectNode json = transformation.deepCopy();
        json.put("transformationId", OPERATOR + run + "-T" + made).put("type", "BLENDING");
        json.set("facility", lot.get("facility"));
        json.remove(List.of("auxiliaries", "losses"));
        json.putObject("period").put("from", "2026-03-20").put("to", "2026-03-20");
        ArrayNode inputs = json.putArray("inputs");
        for (int i = 0; i < 4; i++) {
            inputs.addObject()
                    .put("lotId", OPERATOR + run + "-" + (firstInput + i))
                    .putObject("mass")
                    .put("value", 25)
                    .put("unit", "kg");
        }
        json.putArray("outputs").add(OPERATOR + run + "-" + made);
        return json.toString();
    }
}
