package dev.denchi.connector.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Someone who drives a connector by its management API, as an EU platform does. */
final class Platform {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String VOCABULARY = "{\"@vocab\":\"https://w3id.org/edc/v0.0.1/ns/\"}";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ConnectorProcess own;
    private final ConnectorProcess provider;
    private final HttpClient http = HttpClient.newHttpClient();

    Platform(ConnectorProcess own, ConnectorProcess provider) {
        this.own = own;
        this.provider = provider;
    }

    record Answer(int status, JsonNode body) {}

    Answer call(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(own.management() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("X-Api-Key", ConnectorProcess.MANAGEMENT_KEY)
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    }

    Answer catalogue(String querySpec) throws IOException, InterruptedException {
        return call("POST", "/v3/catalog/request", """
                {"@context":%s,"counterPartyAddress":"%s","counterPartyId":"%s",
                 "protocol":"dataspace-protocol-http:2025-1","querySpec":%s}""".formatted(
                        VOCABULARY, provider.protocol(), provider.id(), querySpec));
    }

    List<JsonNode> datasets(String querySpec) throws IOException, InterruptedException {
        var datasets = catalogue(querySpec).body().path("dataset");
        return datasets.isArray()
                ? StreamSupport.stream(datasets.spliterator(), false).toList()
                : datasets.isMissingNode() ? List.of() : List.of(datasets);
    }

    List<String> datasetIds(String querySpec) throws IOException, InterruptedException {
        return datasets(querySpec).stream().map(set -> set.get("@id").asText()).toList();
    }

    /** The offer of a dataset as it stands in the catalogue, made ready to be asked for. */
    ObjectNode offerOf(String dataset) throws IOException, InterruptedException {
        var found = datasets("{\"offset\":0,\"limit\":1000}").stream()
                .filter(set -> set.get("@id").asText().equals(dataset))
                .findFirst()
                .orElseThrow();
        var policy = found.get("hasPolicy");
        return addressed((policy.isArray() ? policy.get(0) : policy).deepCopy(), dataset);
    }

    ObjectNode addressed(ObjectNode offer, String dataset) {
        return offer.put("@context", "http://www.w3.org/ns/odrl.jsonld")
                .put("assigner", provider.id())
                .put("target", dataset);
    }

    String ask(ObjectNode offer) throws IOException, InterruptedException {
        var answer = call("POST", "/v3/contractnegotiations", """
                {"@context":{"@vocab":"https://w3id.org/edc/v0.0.1/ns/","odrl":"http://www.w3.org/ns/odrl/2/"},
                 "@type":"ContractRequest","counterPartyAddress":"%s",
                 "protocol":"dataspace-protocol-http:2025-1","policy":%s}""".formatted(provider.protocol(), offer));
        return idIn(answer);
    }

    JsonNode negotiated(String negotiation) throws IOException, InterruptedException {
        return waitFor("/v3/contractnegotiations/" + negotiation, Set.of("FINALIZED", "TERMINATED"));
    }

    String agreementOn(String dataset) throws IOException, InterruptedException {
        var negotiation = negotiated(ask(offerOf(dataset)));
        if (!negotiation.get("state").asText().equals("FINALIZED")) {
            throw new IllegalStateException(negotiation.toPrettyString());
        }
        return negotiation.get("contractAgreementId").asText();
    }

    String transfer(String agreement) throws IOException, InterruptedException {
        return idIn(call("POST", "/v3/transferprocesses", """
                {"@context":%s,"@type":"TransferRequest","counterPartyAddress":"%s",
                 "protocol":"dataspace-protocol-http:2025-1","contractId":"%s","transferType":"HttpData-PULL"}""".formatted(VOCABULARY, provider.protocol(), agreement)));
    }

    JsonNode transferIn(String transfer, String state) throws IOException, InterruptedException {
        return waitFor("/v3/transferprocesses/" + transfer, Set.of(state));
    }

    /** Address and token, once they have arrived. */
    JsonNode reference(String transfer) throws IOException, InterruptedException {
        transferIn(transfer, "STARTED");
        var deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            var answer = call("GET", "/v3/edrs/" + transfer + "/dataaddress", "");
            if (answer.status() == 200) {
                return answer.body();
            }
            Thread.sleep(10);
        }
        throw new IllegalStateException("No reference for " + transfer);
    }

    int stop(String transfer, String how) throws IOException, InterruptedException {
        return call(
                        "POST",
                        "/v3/transferprocesses/%s/%s".formatted(transfer, how),
                        "{\"@context\":%s,\"reason\":\"a test\"}".formatted(VOCABULARY))
                .status();
    }

    private JsonNode waitFor(String path, Set<String> states) throws IOException, InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        var answer = call("GET", path, "");
        while (!states.contains(answer.body().path("state").asText())) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(
                        "Not in %s: %s".formatted(states, answer.body().toPrettyString()));
            }
            Thread.sleep(10);
            answer = call("GET", path, "");
        }
        return answer.body();
    }

    private static String idIn(Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.body().get("@id").asText();
    }
}
