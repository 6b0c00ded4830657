package dev.denchi.connector.offer;

import dev.denchi.connector.policy.AccessPoint;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.edc.spi.constants.CoreConstants;
import org.eclipse.edc.spi.query.Criterion;
import org.eclipse.edc.spi.query.QuerySpec;
import org.eclipse.edc.web.spi.exception.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/** What the service can select record sets by. Anything else is refused: a filter that is quietly ignored shows too much. */
record RecordSetFilter(Map<String, String> equal) {

    private static final String ID = "id";
    private static final String ACCESS_POINT = "accessPoint";
    private static final String PARTICIPANT_CONTEXT = "participantContextId";
    private static final List<String> SERVED =
            List.of(ID, "operator", "manufacturerPartId", "batteryCategory", ACCESS_POINT);

    RecordSetFilter {
        equal = Map.copyOf(equal);
    }

    static RecordSetFilter of(QuerySpec query) {
        if (query.getSortField() != null) {
            throw new InvalidRequestException(
                    "Record sets come in the order of their access point and id; sorting by %s is not supported"
                            .formatted(query.getSortField()));
        }
        return of(query.getFilterExpression());
    }

    static RecordSetFilter of(List<Criterion> criteria) {
        var equal = new LinkedHashMap<String, String>();
        for (var criterion : criteria) {
            var property = property(criterion);
            if (property.equals(PARTICIPANT_CONTEXT)) {
                continue; // a runtime stands for one participant; EDC names it in every query
            }
            if (!SERVED.contains(property) || !criterion.getOperator().equals("=")) {
                throw new InvalidRequestException(
                        "Filter '%s' is not supported; record sets are selected by '=' on one of %s"
                                .formatted(criterion, SERVED));
            }
            var value = String.valueOf(criterion.getOperandRight());
            var before = equal.put(property, value);
            if (before != null && !before.equals(value)) {
                throw new InvalidRequestException(
                        "Filter asks for %s to be '%s' and '%s' at once".formatted(property, before, value));
            }
        }
        return new RecordSetFilter(equal);
    }

    private static String property(Criterion criterion) {
        var left = String.valueOf(criterion.getOperandLeft());
        for (var namespace : List.of(RecordSet.NAMESPACE, CoreConstants.EDC_NAMESPACE)) {
            if (left.startsWith(namespace)) {
                return left.substring(namespace.length());
            }
        }
        return left;
    }

    @Nullable
    String id() {
        return equal.get(ID);
    }

    Optional<AccessPoint> accessPoint() {
        return Optional.ofNullable(equal.get(ACCESS_POINT)).flatMap(AccessPoint::of);
    }

    boolean admits(AccessPoint point) {
        return !equal.containsKey(ACCESS_POINT)
                || accessPoint().filter(point::equals).isPresent();
    }

    RecordSetFilter at(AccessPoint point) {
        var narrowed = new LinkedHashMap<>(equal);
        narrowed.put(ACCESS_POINT, String.valueOf(point.number()));
        return new RecordSetFilter(narrowed);
    }

    boolean admits(RecordSet recordSet) {
        var actual = Map.of(
                ID,
                recordSet.id(),
                "operator",
                recordSet.operator(),
                "manufacturerPartId",
                recordSet.manufacturerPartId(),
                "batteryCategory",
                recordSet.batteryCategory(),
                ACCESS_POINT,
                String.valueOf(recordSet.accessPoint()));
        return actual.entrySet().containsAll(equal.entrySet());
    }

    /** As the service takes it, each pair led by an ampersand. */
    String asQuery() {
        var query = new StringBuilder();
        equal.forEach((property, value) -> query.append('&')
                .append(property)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return query.toString();
    }
}
