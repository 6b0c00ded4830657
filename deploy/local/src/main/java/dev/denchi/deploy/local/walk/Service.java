package dev.denchi.deploy.local.walk;

import static dev.denchi.deploy.local.walk.Web.encoded;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The passport service, as one reader or writer calls it. */
record Service(Web web, Map<String, String> credentials) {

    static Service anonymous(String address) {
        return new Service(new Web(address), Map.of());
    }

    Service withKey(String key) {
        return new Service(web, Map.of("X-API-Key", key));
    }

    Service withToken(String token) {
        return new Service(web, Map.of("Authorization", "Bearer " + token));
    }

    Answer post(Example example) throws IOException, InterruptedException {
        return web.post(
                "/v1/records/" + example.kind(), example.json(), and("Idempotency-Key", example.idempotencyKey()));
    }

    /** The passport as the JSON of EN 18223. */
    Answer passport(String id) throws IOException, InterruptedException {
        return web.get("/v1/dpps/" + encoded(id), and("Accept", "application/json"));
    }

    Answer passportByProduct(String productId) throws IOException, InterruptedException {
        return web.get("/v1/dppsByProductId/" + encoded(productId), and("Accept", "application/json"));
    }

    /** The lots behind the recycled metal of the passport's battery. */
    Answer lotsBehind(String passport) throws IOException, InterruptedException {
        return web.get(
                "/v1/provenance/batteries/" + encoded(passport) + "/upstream", and("Accept", "application/json"));
    }

    /** The passport as the signed records it is made of. */
    List<String> tokens(String id) throws IOException, InterruptedException {
        return Presentation.tokens(web.get("/v1/dpps/" + encoded(id), and("Accept", "application/vp"))
                .expecting(200));
    }

    private Map<String, String> and(String header, String value) {
        Map<String, String> headers = new LinkedHashMap<>(credentials);
        headers.put(header, value);
        return headers;
    }
}
