package dev.denchi.connector.journey;

import com.nimbusds.jose.jwk.ECKey;
import dev.denchi.deploy.servers.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;

/** A provider with 31 battery models on offer, a platform without a role that matters, and a recycler with one. */
record Stage(
        LocalPostgres postgres,
        ServiceStandIn service,
        Dataspace dataspace,
        ECKey tokenKey,
        ConnectorProcess provider,
        Platform platform,
        Platform recycler,
        List<ConnectorProcess> connectors)
        implements AutoCloseable {

    static final String MODEL = "SC-NMC-77";
    static final String PUBLIC_URL = "https://passports.example";

    static Stage in(Path folder) throws Exception {
        var postgres = LocalPostgres.start(Path.of("target/journey-postgres"), 0, Map.of());
        var models = new ArrayList<>(List.of(MODEL));
        IntStream.range(10, 40).forEach(number -> models.add("SC-LFP-" + number));
        var service = new ServiceStandIn(models);
        var dataspace = new Dataspace(folder)
                .with("denchi", "provider")
                .with("eu-platform", "platform")
                .with("recycler", "legitimateInterest");
        var tokenKey = Dataspace.newKey("denchi-tokens");
        var offering = settings("denchi", dataspace, postgres);
        offer(service, Files.writeString(folder.resolve("token.jwk"), tokenKey.toJSONString()), offering);
        offering.setProperty("denchi.transfer.maximum-age-seconds", "25");
        var provider = ConnectorProcess.start(folder, "denchi", offering);
        var platform = ConnectorProcess.start(folder, "eu-platform", settings("eu-platform", dataspace, postgres));
        var recycler = ConnectorProcess.start(folder, "recycler", settings("recycler", dataspace, postgres));
        var stage = new Stage(
                postgres,
                service,
                dataspace,
                tokenKey,
                provider,
                new Platform(platform, provider),
                new Platform(recycler, provider),
                List.of(platform, recycler, provider));
        try {
            for (var connector : stage.connectors()) {
                connector.ready();
            }
            return stage;
        } catch (Exception e) {
            stage.close();
            throw e;
        }
    }

    static Properties settings(String id, Dataspace dataspace, LocalPostgres postgres) throws IOException {
        // a fresh schema each time: the server keeps its data between runs
        var schema = id.replace('-', '_') + "_" + System.currentTimeMillis();
        return ConnectorProcess.settings(
                dataspace, id, postgres.jdbcUrl(schema), postgres.username(), postgres.password());
    }

    /** Makes a connector a provider. */
    static void offer(ServiceStandIn service, Path tokenKey, Properties settings) {
        settings.setProperty("denchi.api.url", service.url());
        settings.setProperty("denchi.api.key", ServiceStandIn.KEY);
        settings.setProperty("denchi.api.public-url", PUBLIC_URL);
        settings.setProperty("denchi.token.key-file", tokenKey.toString());
    }

    @Override
    public void close() throws Exception {
        for (var connector : connectors) {
            connector.close();
        }
        service.close();
        postgres.close();
    }
}
