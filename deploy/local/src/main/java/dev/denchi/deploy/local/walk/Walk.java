package dev.denchi.deploy.local.walk;

import dev.denchi.deploy.local.stack.Addresses;
import dev.denchi.deploy.local.stack.Console;
import dev.denchi.deploy.local.stack.Folders;
import java.time.Duration;
import java.util.List;

/** The main job, once from end to end. */
public final class Walk {

    private static final List<Step> STEPS = List.of(
            new SuppliersPost(),
            new MakerPosts(),
            new WrongOnesAreRefused(),
            new EventArrives(),
            new EachReaderSeesHisPart(),
            new ProvenanceIsAnswered(),
            new PlatformPulls(),
            new PulledTokensVerify());

    private final Addresses addresses;
    private final Folders folders;
    private final Console console;

    public Walk(Addresses addresses, Folders folders, Console console) {
        this.addresses = addresses;
        this.folders = folders;
        this.console = console;
    }

    /**
     * How it went.
     *
     * @param held whether every step held
     * @param product the product identifier of the battery it followed
     * @param passport the identifier of its passport
     */
    public record Outcome(boolean held, String product, String passport) {}

    /** All steps are taken, whatever became of the one before. */
    public Outcome run() throws Exception {
        int held = 0;
        Battery battery = Battery.anotherOf(folders.examples());
        try (LifecycleTopic events = LifecycleTopic.fromNowOn(addresses.kafka())) {
            Journey journey = new Journey(addresses, folders, battery, events);
            for (Step step : STEPS) {
                held += holds(step, journey) ? 1 : 0;
            }
        }
        console.say("%n%d of %d steps held.".formatted(held, STEPS.size()));
        return new Outcome(held == STEPS.size(), battery.product(), battery.passport());
    }

    private boolean holds(Step step, Journey journey) throws InterruptedException {
        console.say("%n%d  %s".formatted(STEPS.indexOf(step) + 1, step.title()));
        long begin = System.nanoTime();
        try {
            List<String> findings = step.take(journey);
            findings.forEach(finding -> console.say("     " + finding));
            console.say("   held, " + took(begin));
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            String reason = e instanceof Expect.Failed ? String.valueOf(e.getMessage()) : e.toString();
            console.say("     " + reason + "\n   FAILED, " + took(begin));
            return false;
        }
    }

    private static String took(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms";
    }
}
