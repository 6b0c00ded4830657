package dev.denchi.deploy.local.walk;

import dev.denchi.deploy.local.walk.Platform.DataAddress;
import dev.denchi.deploy.local.walk.Platform.Offer;
import java.util.List;

/** Station 7: a platform that has no account with us, only a connector. */
final class PlatformPulls implements Step {

    /** What everyone may have: the set of access point 1. */
    private static final String PUBLIC = ":point-1";

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
        Offer offer = offers.stream()
                .filter(one -> one.dataset().endsWith(PUBLIC))
                .findFirst()
                .orElseThrow(() -> new Expect.Failed("no offer for " + battery.modelId() + " in " + offers));
        String found = offers.size() + " offer(s) for " + battery.modelId() + " shown to it: "
                + offers.stream().map(Offer::dataset).toList() + watch.lap();
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
