package dev.denchi.api.provenance;

import dev.denchi.api.store.lineage.Chain;
import dev.denchi.api.store.lineage.Claims;
import dev.denchi.api.store.lineage.StatedClaim;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.lot.RecycledContentClaim;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models and plants whose batteries lots are in, and how many batteries those are: for recalls. */
@Singleton
class BatteriesAhead {
    private final Claims claims;

    BatteriesAhead(Claims claims) {
        this.claims = claims;
    }

    Uni<List<Map<String, Object>>> in(Chain chain, Mask mask) {
        return claims.on(chain.lots().keySet())
                .flatMap(found -> claims.batteriesOf(found).map(counts -> json(found, counts, mask)));
    }

    private static List<Map<String, Object>> json(List<StatedClaim> claims, Map<RecordId, Long> counts, Mask mask) {
        return claims.stream()
                .map(claim -> json(claim, counts.getOrDefault(claim.id(), 0L), mask))
                .toList();
    }

    private static Map<String, Object> json(StatedClaim claim, long batteries, Mask mask) {
        RecycledContentClaim.Id name = claim.name();
        OperatorId operator = name.operator();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("operator", mask.operator(operator));
        json.put("masked", !mask.knows(operator));
        json.put("modelId", mask.named("model", operator, name.model().value()));
        json.put("facility", mask.facility(operator, name.plant()));
        json.put("year", name.year());
        json.put("count", batteries);
        json.put("sha256", claim.sha256());
        return json;
    }
}
