package dev.denchi.api.serve;

import dev.denchi.api.access.OpenTo;
import dev.denchi.api.access.Role;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.operator.OfferedModel;
import dev.denchi.api.store.operator.Offers;
import dev.denchi.model.access.AccessPoint;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the dataspace connector offers: the passports of one model of one operator at one point of Annex XIII. Never one per battery. */
@Path("/v1/record-sets")
@Produces(MediaType.APPLICATION_JSON)
public class RecordSetsResource {
    private static final Pattern ID =
            Pattern.compile("urn:denchi:passports:([a-z0-9-]{1,63}):([A-Za-z0-9._-]{1,80}):point-([1-4])");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,80}");
    private static final int MOST = 1000;

    private final Offers offers;

    RecordSetsResource(Offers offers) {
        this.offers = offers;
    }

    @GET
    @OpenTo(Role.CONNECTOR)
    public Uni<Map<String, Object>> list(
            @RestQuery @DefaultValue("50") String limit,
            @RestQuery @DefaultValue("0") String offset,
            @RestQuery @Nullable String operator,
            @RestQuery @Nullable String manufacturerPartId,
            @RestQuery @Nullable String batteryCategory,
            @RestQuery @Nullable String accessPoint) {
        return page(
                new Offers.Selection(name(operator), name(manufacturerPartId), name(batteryCategory)),
                points(accessPoint),
                number(offset, 0, Integer.MAX_VALUE / 2),
                number(limit, 1, MOST));
    }

    private Uni<Map<String, Object>> page(Offers.Selection selection, List<AccessPoint> points, int offset, int limit) {
        int skipped = offset % points.size();
        int models = (skipped + limit + points.size() - 1) / points.size();
        return offers.page(selection, offset / points.size(), models)
                .flatMap(page -> offers.count(selection)
                        .map(total -> page(recordSets(page, points, skipped, limit), total * points.size())));
    }

    @GET
    @Path("{recordSetId}")
    @OpenTo(Role.CONNECTOR)
    public Uni<Map<String, Object>> get(@RestPath String recordSetId) {
        Matcher id = ID.matcher(recordSetId);
        if (!id.matches()) {
            throw Rejected.because(
                    ProblemType.MALFORMED_REQUEST,
                    "a record set is urn:denchi:passports:{operator}:{manufacturerPartId}:point-{1..4}");
        }
        AccessPoint point = AccessPoint.of(Integer.parseInt(id.group(3)));
        return offers.page(new Offers.Selection(id.group(1), id.group(2), null), 0, 1)
                .map(models -> models.stream()
                        .findFirst()
                        .map(model -> recordSet(model, point))
                        .orElseThrow(() ->
                                Rejected.because(ProblemType.NOT_FOUND, "there is no record set " + recordSetId)));
    }

    private static List<AccessPoint> points(@Nullable String number) {
        return number == null ? Arrays.asList(AccessPoint.values()) : List.of(AccessPoint.of(number(number, 1, 4)));
    }

    private static int number(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw Rejected.because(
                ProblemType.MALFORMED_REQUEST, "\"" + text + "\" is no number from " + least + " to " + most);
    }

    private static @Nullable String name(@Nullable String text) {
        if (text != null && !NAME.matcher(text).matches()) {
            throw Rejected.because(
                    ProblemType.MALFORMED_REQUEST, "a name has letters, digits, '.', '_' and '-', 80 at most");
        }
        return text;
    }

    private static List<Map<String, Object>> recordSets(
            List<OfferedModel> models, List<AccessPoint> points, int skipped, int limit) {
        return models.stream()
                .flatMap(model -> points.stream().map(point -> recordSet(model, point)))
                .skip(skipped)
                .limit(limit)
                .toList();
    }

    private static Map<String, Object> page(List<Map<String, Object>> recordSets, long total) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("recordSets", recordSets);
        page.put("total", total);
        return page;
    }

    private static Map<String, Object> recordSet(OfferedModel model, AccessPoint point) {
        var operator = model.operator();
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("id", "urn:denchi:passports:" + operator.id() + ":" + model.modelId() + ":point-" + point.number());
        set.put("operator", operator.id().value());
        set.put("economicOperatorId", operator.economicOperatorId());
        set.put("manufacturerPartId", model.modelId());
        set.put("batteryCategory", model.batteryCategory());
        set.put("accessPoint", point.number());
        set.put("lastUpdated", model.lastUpdated().toString());
        return set;
    }
}
