package dev.denchi.deploy.local.walk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.deploy.local.secrets.Person;
import java.util.ArrayList;
import java.util.List;

/** Station 6: a recycler who has the battery asks where its recycled metal came from, and learns no supplier's name. */
final class ProvenanceIsAnswered implements Step {

    private static final List<String> SUPPLIERS =
            List.of("kita", "hokuriku", "awa-precursor", "setouchi", "nanao", "4912346");

    @Override
    public String title() {
        return "A recycler asks where the recycled metal came from: the lots support the claim, and no supplier is named";
    }

    @Override
    public List<String> take(Journey journey) throws Exception {
        Answer answer = journey.as(Person.RECYCLER)
                .lotsBehind(journey.battery().passport())
                .expecting(200);
        JsonNode json = answer.json();
        JsonNode claim = json.path("claim");
        Expect.that(
                claim.path("state").asText().equals("SUPPORTED"), "the claim is %s: %s", claim.path("state"), claim);
        for (String name : SUPPLIERS) {
            Expect.that(!answer.body().contains(name), "%s is named in the answer", name);
        }
        List<String> findings = new ArrayList<>();
        findings.add("claim %s, assurance %s, %d lots behind it, back to the waste intake"
                .formatted(
                        claim.path("state").asText(),
                        claim.path("assurance").asText(),
                        json.path("total").asInt()));
        claim.path("shares")
                .forEach(share -> findings.add("%-8s %s %% pre-consumer, %s %% post-consumer"
                        .formatted(
                                share.path("element").asText(),
                                share.path("preConsumerShare").path("value").asText(),
                                share.path("postConsumerShare").path("value").asText())));
        return findings;
    }
}
