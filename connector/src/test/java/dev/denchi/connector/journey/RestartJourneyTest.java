package dev.denchi.connector.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.denchi.deploy.servers.LocalPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartJourneyTest {

    private static final String MODEL = "SC-NMC-77";

    @Test
    void agreements_outlive_a_restart_but_a_role_that_was_taken_away_opens_nothing_more(@TempDir Path folder)
            throws Exception {
        try (var postgres = LocalPostgres.start(Path.of("target/restart-postgres"), 0, Map.of());
                var service = new ServiceStandIn(List.of(MODEL))) {
            var dataspace = new Dataspace(folder).with("denchi").with("recycler", "legitimateInterest");
            var tokenKey = Files.writeString(
                    folder.resolve("token.jwk"), Dataspace.newKey("tokens").toJSONString());
            var offering = Stage.settings("denchi", dataspace, postgres);
            Stage.offer(service, tokenKey, offering);
            var pulling = Stage.settings("recycler", dataspace, postgres);
            String open;
            String closed;
            try (var consumer = ConnectorProcess.start(folder, "recycler", pulling)) {
                try (var provider = ConnectorProcess.start(folder, "denchi", offering)) {
                    var recycler = new Platform(consumer.ready(), provider.ready());
                    open = recycler.agreementOn(ServiceStandIn.idOf(MODEL, 1));
                    closed = recycler.agreementOn(ServiceStandIn.idOf(MODEL, 4));
                    recycler.reference(recycler.transfer(closed));
                }
                var list = Files.readString(dataspace.participantsFile());
                Files.writeString(dataspace.participantsFile(), list.replace("legitimateInterest", "visitor"));
                try (var provider = ConnectorProcess.start(folder, "denchi", offering)) {
                    var recycler = new Platform(consumer, provider.ready());

                    assertFalse(recycler.reference(recycler.transfer(open))
                            .get("authorization")
                            .asText()
                            .isBlank());
                    recycler.transferIn(recycler.transfer(closed), "TERMINATED");
                    assertEquals(
                            List.of(ServiceStandIn.idOf(MODEL, 1)), recycler.datasetIds("{\"offset\":0,\"limit\":50}"));
                }
            }
        }
    }
}
