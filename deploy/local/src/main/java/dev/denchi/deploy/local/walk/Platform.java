package dev.denchi.deploy.local.walk;

import static dev.denchi.deploy.local.walk.Web.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.deploy.local.stack.Addresses;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The EU platform, which moves its own connector by the management API. */
final class Platform {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EDC = "https://w3id.org/edc/v0.0.1/ns/";
    private static final String PROTOCOL = "dataspace-protocol-http:2025-1";
    private static final String PART_ID = "https://denchi.dev/ns/manufacturerPartId";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Web management;
    private final Map<String, String> key;
    private final String providerDsp;
    private final String providerId;

    Platform(Addresses addresses) {
        this.management = new Web(addresses.consumerManagement() + "/v3");
        this.key = Map.of("X-Api-Key", addresses.consumerManagementKey());
        this.providerDsp = addresses.providerDsp().toString();
        this.providerId = addresses.providerId();
    }

    /** A dataset with the policy it is offered under. */
    record Offer(String dataset, ObjectNode policy) {}

    /** Where to pull, and with what. */
    record DataAddress(String endpoint, String token) {

        Service service() {
            String base = endpoint.endsWith("/v1") ? endpoint.substring(0, endpoint.length() - 3) : endpoint;
            return Service.anonymous(base).withToken(token);
        }
    }

    List<Offer> offersOf(String manufacturerPartId) throws IOException, InterruptedException {
        ObjectNode request = request("CatalogRequest").put("counterPartyId", providerId);
        ObjectNode query = request.putObject("querySpec").put("offset", 0).put("limit", 50);
        query.putArray("filterExpression")
                .addObject()
                .put("operandLeft", PART_ID)
                .put("operator", "=")
                .put("operandRight", manufacturerPartId);
        JsonNode datasets = post("/catalog/request", request).path("dataset");
        List<Offer> offers = new ArrayList<>();
        for (JsonNode dataset : list(datasets)) {
            for (JsonNode policy : list(dataset.path("hasPolicy"))) {
                offers.add(new Offer(dataset.path("@id").asText(), (ObjectNode) policy));
            }
        }
        return offers;
    }

    /** Negotiates until there is an agreement. */
    String agree(Offer offer) throws IOException, InterruptedException {
        ObjectNode policy = offer.policy().deepCopy();
        policy.put("@context", "http://www.w3.org/ns/odrl.jsonld");
        policy.put("assigner", providerId).put("target", offer.dataset());
        ObjectNode request = request("ContractRequest");
        request.set("policy", policy);
        String id = post("/contractnegotiations", request).path("@id").asText();
        return await("/contractnegotiations/" + id, "FINALIZED")
                .path("contractAgreementId")
                .asText();
    }

    /** Begins a transfer and returns its id as soon as it has started. */
    String transfer(Offer offer, String agreement) throws IOException, InterruptedException {
        ObjectNode request = request("TransferRequest")
                .put("contractId", agreement)
                .put("assetId", offer.dataset())
                .put("transferType", "HttpData-PULL");
        String id = post("/transferprocesses", request).path("@id").asText();
        await("/transferprocesses/" + id, "STARTED");
        return id;
    }

    DataAddress dataAddress(String transfer) throws IOException, InterruptedException {
        String path = "/edrs/" + encoded(transfer) + "/dataaddress";
        long end = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = management.get(path, key);
        while (answer.status() == 404 && System.nanoTime() < end) {
            Thread.sleep(20); // the transfer is said to have started a moment before its address is kept
            answer = management.get(path, key);
        }
        JsonNode address = answer.expecting(200).json();
        return new DataAddress(
                address.path("endpoint").asText(), address.path("authorization").asText());
    }

    private JsonNode await(String path, String state) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode found = get(path);
        while (!found.path("state").asText().equals(state)) {
            Expect.that(!found.path("state").asText().equals("TERMINATED"), "%s was terminated: %s", path, found);
            Expect.that(System.nanoTime() < end, "%s is not %s: %s", path, state, found);
            Thread.sleep(20);
            found = get(path);
        }
        return found;
    }

    private ObjectNode request(String type) {
        ObjectNode request = JSON.createObjectNode();
        request.putObject("@context").put("@vocab", EDC);
        return request.put("@type", type)
                .put("counterPartyAddress", providerDsp)
                .put("protocol", PROTOCOL);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return management.get(path, key).expecting(200).json();
    }

    private JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        return management
                .post(path, JSON.writeValueAsString(body), key)
                .expecting(200)
                .json();
    }

    /** In JSON-LD one of something stands for a list of one. */
    private static List<JsonNode> list(JsonNode node) {
        List<JsonNode> all = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(all::add);
        } else if (node.isObject()) {
            all.add(node);
        }
        return all;
    }
}
