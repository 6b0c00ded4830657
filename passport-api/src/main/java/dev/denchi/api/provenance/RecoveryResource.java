package dev.denchi.api.provenance;

import static dev.denchi.api.access.Role.AUTHORITY;
import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.Caller;
import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.access.Role;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.lineage.Chain;
import dev.denchi.api.store.lineage.Lineage;
import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.lot.Party;
import dev.denchi.model.massbalance.Recovery;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How much of each metal a recycling site recovered in a year, beside the targets of Annex XII. For its operator and authorities. */
@Path("/v1/provenance")
@Produces(MediaType.APPLICATION_JSON)
public class RecoveryResource {
    private final Lineage lineage;
    private final CurrentCaller caller;

    RecoveryResource(Lineage lineage, CurrentCaller caller) {
        this.lineage = lineage;
        this.caller = caller;
    }

    /** @param operator the site's, for an authority; everyone else asks of his own */
    @GET
    @Path("recovery")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> recovery(
            @RestQuery @Nullable String operator,
            @RestQuery @Nullable String scheme,
            @RestQuery @Nullable String facility,
            @RestQuery @Nullable String year,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        Party site = new Party(asked(operator, caller.get()), facility(scheme, facility));
        int asked = year(year);
        return lineage.at(site, asked).map(chain -> TaggedAnswer.json(json(site, asked, chain), ifNoneMatch));
    }

    private static OperatorId asked(@Nullable String operator, Caller caller) {
        OperatorId own = Objects.requireNonNull(caller.operator());
        if (operator == null || operator.equals(own.value())) {
            return own;
        }
        if (caller.role() != Role.AUTHORITY) {
            throw Rejected.because(ProblemType.FORBIDDEN, "recovery is told to the site's operator and to authorities");
        }
        try {
            return new OperatorId(operator);
        } catch (IllegalArgumentException e) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, e.getMessage());
        }
    }

    private static FacilityIdentifier facility(@Nullable String scheme, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Rejected.because(
                    ProblemType.MALFORMED_REQUEST, "name the site by facility=, and scheme= when it is no GLN");
        }
        return new FacilityIdentifier(scheme == null || scheme.isBlank() ? "GLN" : scheme, value);
    }

    private static int year(@Nullable String year) {
        if (year == null || !year.matches("20[0-9]{2}")) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, "year is a year from 2000 to 2099");
        }
        return Integer.parseInt(year);
    }

    private static Map<String, Object> json(Party site, int year, Chain chain) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("operator", site.operator().value());
        json.put("facility", site.facility().toString());
        json.put("year", year);
        json.put("transformations", chain.steps().size());
        json.put(
                "recovery",
                Recovery.of(ClaimVerdicts.ledger(chain), site, year).stream()
                        .map(RecoveryResource::json)
                        .toList());
        return json;
    }

    private static Map<String, Object> json(Recovery recovery) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("element", recovery.element().label());
        json.put("input", LineageAnswer.kilograms(recovery.input()));
        json.put("output", LineageAnswer.kilograms(recovery.output()));
        json.put("yield", Map.of("value", recovery.yield(), "unit", "%"));
        json.put("target", Map.of("value", recovery.target(), "unit", "%"));
        json.put("targetFrom", recovery.targetFrom().toString());
        json.put("reachesTarget", recovery.reachesTarget());
        return json;
    }
}
