package dev.denchi.connector.offer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.denchi.connector.offer.ServiceAddress.ServiceUnreachable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The record sets the service has right now. Nothing is kept here: an agreement is never made over a stale list. */
public final class RecordSets {

    /** The most that is asked for at once. */
    static final int CHUNK = 100;

    private static final int OK = 200;

    /** The service answers 400 to what cannot be the id of a record set, 404 to one it does not have. Neither is on offer. */
    private static final Set<Integer> NOT_ON_OFFER = Set.of(400, 404);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServiceAddress service;

    public RecordSets(ServiceAddress service) {
        this.service = service;
    }

    /** Some record sets, in the order of their ids, and how many there are in all. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Page(List<RecordSet> recordSets, int total) {}

    public Optional<RecordSet> find(String id) {
        var answer = service.get("/v1/record-sets/" + encoded(id));
        return NOT_ON_OFFER.contains(answer.statusCode())
                ? Optional.empty()
                : Optional.of(read(answer.statusCode(), answer.body(), RecordSet.class));
    }

    Page page(RecordSetFilter filter, int offset, int limit) {
        if (filter.id() != null) {
            return new Page(
                    find(filter.id()).filter(filter::admits).stream()
                            .skip(offset)
                            .toList(),
                    1);
        }
        var found = new ArrayList<RecordSet>();
        var total = 0;
        Page chunk;
        do {
            chunk = chunk(filter, offset + found.size(), Math.min(limit - found.size(), CHUNK));
            found.addAll(chunk.recordSets());
            total = chunk.total();
        } while (found.size() < limit && !chunk.recordSets().isEmpty() && offset + found.size() < total);
        return new Page(found, total);
    }

    private Page chunk(RecordSetFilter filter, int offset, int limit) {
        var answer = service.get("/v1/record-sets?limit=%d&offset=%d%s".formatted(limit, offset, filter.asQuery()));
        return read(answer.statusCode(), answer.body(), Page.class);
    }

    private static <T> T read(int status, String body, Class<T> type) {
        if (status != OK) {
            throw new ServiceUnreachable(
                    "The passport service answered %d instead of its record sets".formatted(status));
        }
        try {
            return JSON.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new ServiceUnreachable("The passport service answered something else than record sets", e);
        }
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
