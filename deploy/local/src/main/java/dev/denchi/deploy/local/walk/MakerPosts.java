package dev.denchi.deploy.local.walk;

import dev.denchi.deploy.local.secrets.Person;
import java.util.ArrayList;
import java.util.List;

/** Station 2: the records of a model, and one battery of it. */
final class MakerPosts implements Step {

    private static final List<String> OF_THE_MODEL = List.of(
            "ev-nmc/battery-model", "ev-nmc/carbon-footprint", "provenance/recycled-content", "ev-nmc/due-diligence");

    @Override
    public String title() {
        return "A cell maker posts a battery model, its carbon footprint, recycled content and due diligence, and a battery";
    }

    @Override
    public List<String> take(Journey journey) throws Exception {
        List<String> findings = new ArrayList<>();
        Service maker = journey.as(Person.CELL_MAKER);
        for (String name : OF_THE_MODEL) {
            findings.add(posted(journey.example(name), maker));
        }
        Battery battery = journey.battery();
        findings.add(posted(battery.example(), maker) + ", " + battery.serialNumber() + ", a new one in each walk");
        Answer byProduct = maker.passportByProduct(battery.product()).expecting(200);
        Expect.that(
                byProduct.body().contains(battery.passport()),
                "the passport read by product identifier is another one: %s",
                byProduct.body());
        findings.add("read back by its product identifier " + battery.product());
        return findings;
    }

    private static String posted(Example example, Service maker) throws Exception {
        Answer answer = maker.post(example);
        if (answer.status() == 409) {
            return "%-17s is there already, with other content than the example".formatted(example.kind());
        }
        answer.expecting(201);
        String location = answer.location().orElse("");
        Expect.that(location.contains("/v1/records/"), "the answer names no record: Location is \"%s\"", location);
        String version = answer.json().path("version").asText();
        return "%-17s 201, version %s, %s"
                .formatted(example.kind(), version, location.substring(location.indexOf("/v1/records/")));
    }
}
