package dev.denchi.connector.tck;

import dev.denchi.deploy.servers.LocalPostgres;
import dev.denchi.deploy.servers.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The settings that bring connector and suite together. Ids are those that EDC's driver seeds; their naming is regular. */
final class TckSetup {

    private static final String PARTICIPANT = "participantContextId"; // fixed in EDC's driver
    private static final int GROUPS = 3;
    private static final int CASES = 7;
    private static final String USUAL_WAIT = "1000"; // the driver's half second must fit into a turn of the loops

    private final LocalPostgres postgres;
    private final int protocol = Port.free();
    private final int webhook = Port.free();
    private final int suite = Port.free();

    TckSetup(LocalPostgres postgres) throws IOException {
        this.postgres = postgres;
    }

    Map<String, String> connectorSettings() throws IOException {
        var settings = new HashMap<String, String>();
        settings.put("edc.participant.id", PARTICIPANT);
        settings.put("web.http.port", String.valueOf(Port.free()));
        settings.put("web.http.control.port", String.valueOf(Port.free()));
        settings.put("web.http.control.auth.key", "a-control-key");
        settings.put("web.http.management.port", String.valueOf(Port.free()));
        settings.put("web.http.management.auth.key", "a-management-key");
        settings.put("web.http.protocol.port", String.valueOf(protocol));
        settings.put("web.http.tck.port", String.valueOf(webhook));
        settings.put("web.http.tck.path", "/tck");
        settings.put("edc.dsp.callback.address", dsp());
        settings.put("edc.transfer.proxy.token.signer.privatekey.alias", "private-key");
        settings.put("edc.transfer.proxy.token.verifier.publickey.alias", "public-key");
        settings.put("edc.hostname", "localhost");
        settings.put("edc.datasource.default.url", postgres.jdbcUrl("tck_" + System.currentTimeMillis()));
        settings.put("edc.datasource.default.user", postgres.username());
        settings.put("edc.datasource.default.password", postgres.password());
        settings.put("edc.negotiation.consumer.state-machine.iteration-wait-millis", USUAL_WAIT);
        settings.put("edc.negotiation.provider.state-machine.iteration-wait-millis", USUAL_WAIT);
        settings.put("edc.transfer.state-machine.iteration-wait-millis", USUAL_WAIT);
        return settings;
    }

    Map<String, String> suiteSettings() throws IOException {
        var settings = new HashMap<String, String>();
        settings.put("dataspacetck.launcher", "org.eclipse.dataspacetck.dsp.system.DspSystemLauncher");
        settings.put("dataspacetck.dsp.local.connector", "false");
        settings.put("dataspacetck.port", String.valueOf(suite));
        settings.put("dataspacetck.callback.address", "http://localhost:" + suite);
        settings.put("dataspacetck.dsp.connector.agent.id", PARTICIPANT);
        settings.put("dataspacetck.dsp.connector.http.url", dsp() + "/2025-1");
        settings.put("dataspacetck.dsp.connector.http.base.url", dsp());
        settings.put(
                "dataspacetck.dsp.connector.http.headers.authorization",
                "{\"region\": \"any\", \"audience\": \"any\", \"clientId\":\"any\"}");
        settings.put("dataspacetck.dsp.connector.negotiation.initiate.url", driver("negotiations"));
        settings.put("dataspacetck.dsp.connector.transfer.initiate.url", driver("transfers"));
        settings.put("dataspacetck.dsp.default.wait", "15");
        settings.put("dataspacetck.dsp.jsonld.context.edc.path", edcContext());
        settings.put("dataspacetck.dsp.jsonld.context.edc.uri", "https://w3id.org/edc/dspace/v0.0.1");
        for (var group = 1; group <= GROUPS; group++) {
            for (var number = 1; number <= CASES; number++) {
                ids("0%d_0%d".formatted(group, number), "0%d0%d".formatted(group, number), settings);
            }
        }
        settings.put("CAT_01_03_DATASETID", "unknown"); // this case expects a 404
        return settings;
    }

    private static void ids(String key, String id, Map<String, String> settings) {
        settings.put("CN_" + key + "_DATASETID", "ACN" + id);
        settings.put("CN_" + key + "_OFFERID", "CD123:ACN" + id + ":456");
        settings.put("CN_C_" + key + "_DATASETID", "ACNC" + id);
        settings.put("TP_" + key + "_AGREEMENTID", "ATP" + id);
        settings.put("TP_" + key + "_FORMAT", "HttpData-PULL");
        settings.put("TP_C_" + key + "_AGREEMENTID", "ATPC" + id);
        settings.put("TP_C_" + key + "_FORMAT", "HttpData-PULL");
        settings.put("CAT_" + key + "_DATASETID", "ACN0101");
    }

    private String dsp() {
        return "http://localhost:" + protocol + "/api/dsp";
    }

    private String driver(String what) {
        return "http://localhost:%d/tck/%s/requests".formatted(webhook, what);
    }

    private static String edcContext() throws IOException {
        var file = Files.createTempFile("dspace-edc-context", ".jsonld");
        file.toFile().deleteOnExit();
        try (var context = TckSetup.class.getResourceAsStream("/document/dspace-edc-context-v1.jsonld")) {
            Files.copy(Objects.requireNonNull(context), file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file.toString();
    }
}
