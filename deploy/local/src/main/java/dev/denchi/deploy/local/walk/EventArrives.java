package dev.denchi.deploy.local.walk;

import dev.denchi.deploy.local.walk.LifecycleTopic.Event;
import java.time.Duration;
import java.util.List;

/** Station 4: the battery's issue, as those see it who listen to Kafka. */
final class EventArrives implements Step {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration FOR_A_SECOND_ONE = Duration.ofMillis(300);
    private static final String ISSUED = "dev.denchi.battery.v1.passport.issued";

    @Override
    public String title() {
        return "The lifecycle event arrives on Kafka, once";
    }

    @Override
    public List<String> take(Journey journey) {
        String subject = journey.battery().passport();
        List<Event> events = journey.events().about(subject, PATIENCE);
        Expect.that(!events.isEmpty(), "no event about %s within %d s", subject, PATIENCE.toSeconds());
        Event event = events.get(0);
        Expect.that(event.type().equals(ISSUED), "its type is %s, not %s", event.type(), ISSUED);
        Expect.that(!event.id().isEmpty(), "it has no ce_id");
        Expect.that(event.key().equals(subject), "its key is %s, not its subject %s", event.key(), subject);
        int count = journey.events().aboutAfter(subject, FOR_A_SECOND_ONE).size();
        Expect.that(count == 1, "%d events about %s", count, subject);
        return List.of(event.type() + ", id " + event.id(), "subject " + event.subject(), event.payload());
    }
}
