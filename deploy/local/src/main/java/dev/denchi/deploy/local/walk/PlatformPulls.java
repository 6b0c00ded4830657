package dev.denchi.deploy.local.walk;

import dev.denchi.deploy.local.walk.Platform.DataAddress;
import dev.denchi.deploy.local.walk.Platform.Offer;
import java.util.List;

/** Station 5: a platform that has no account with us, only a connector. */
final class PlatformPulls implements Step {

    @Override
    public String title() {
        return "The EU platform finds the offer, negotiates, and pulls the passport through the connectors";
    }

    @Override
    public List<String> take(Journey journey) throws Exception {
        Battery battery = journey.battery();
        Platform platform = new Platform(journey.addresses());
        Stopwatch watch = new Stopwatch();

        List<Offer> offers = platform.offersOf(battery.modelId());
        Expect.that(!offers.isEmpty(), "the catalogue has no offer for %s", battery.modelId());
        String found = offers.size() + " offer for " + battery.modelId() + " shown to it: "
                + offers.stream().map(Offer::dataset).toList() + watch.lap();
        Offer offer = offers.get(0);
        String agreement = platform.agree(offer);
        String agreed = "agreement " + agreement + watch.lap();
        String transfer = platform.transfer(offer, agreement);
        DataAddress source = platform.dataAddress(transfer);
        String started = "transfer " + transfer + ", records at " + source.endpoint() + watch.lap();

        Service service = source.service();
        String json = service.passport(battery.passport()).expecting(200).body();
        Expect.that(json.contains(battery.passport()), "another passport was pulled: %s", json);
        journey.pulled(service.tokens(battery.passport()));
        String pulled = "pulled %s: %d signed records, and %d characters of JSON%s"
                .formatted(battery.passport(), journey.pulledTokens().size(), json.length(), watch.lap());
        return List.of(found, agreed, started, pulled);
    }
}
