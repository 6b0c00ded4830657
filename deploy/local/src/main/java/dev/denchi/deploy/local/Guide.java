package dev.denchi.deploy.local;

import dev.denchi.deploy.local.secrets.Person;
import dev.denchi.deploy.local.stack.Addresses;
import dev.denchi.deploy.local.walk.Walk;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What to try while the stack is up. */
final class Guide {

    private Guide() {}

    static String text(Addresses at, Path environment, Walk.Outcome outcome) {
        URI identifier = URI.create(outcome.product());
        return """

                Up until Ctrl-C.
                  service          %1$s
                  the page of a battery, in a browser
                                   %1$s/v1/dpps/%9$s
                  contract         %1$s/q/openapi
                  health, metrics  %1$s/q/health  %1$s/q/metrics
                  issuer's keys    %1$s/operators/sakura-cells/did.json
                  Kafka            %2$s, topic denchi.lifecycle
                  EU platform      %3$s/v3
                  keys             cell maker %4$s, recycler %5$s, authority %6$s

                To try, in another terminal:
                  . %7$s
                  curl -s $DENCHI_API/q/health/ready
                  curl -s -H "X-API-Key: $DENCHI_KEY_CELL_MAKER" -H 'Content-Type: application/json' \\
                       -d @openapi/examples/refused/recycled-content-above-100.json $DENCHI_API/v1/records/recycled-content
                  curl -s $DENCHI_API/v1/dppsByProductId/%8$s
                  curl -s -H 'Host: %10$s' $DENCHI_API%11$s
                  curl -s -H "X-API-Key: $DENCHI_KEY_RECYCLER" -H 'Accept: application/vp' $DENCHI_API/v1/dppsByProductId/%8$s
                """.formatted(
                        at.api(),
                        at.kafka(),
                        at.consumerManagement(),
                        at.key(Person.CELL_MAKER),
                        at.key(Person.RECYCLER),
                        at.key(Person.AUTHORITY),
                        environment,
                        URLEncoder.encode(outcome.product(), StandardCharsets.UTF_8),
                        URLEncoder.encode(outcome.passport(), StandardCharsets.UTF_8),
                        identifier.getRawAuthority(),
                        identifier.getRawPath());
    }
}
