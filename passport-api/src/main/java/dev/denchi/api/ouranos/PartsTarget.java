package dev.denchi.api.ouranos;

import dev.denchi.api.ouranos.wire.Exchange;
import dev.denchi.api.ouranos.wire.Inputs;
import dev.denchi.api.ouranos.wire.Links;
import dev.denchi.api.ouranos.wire.Query;
import dev.denchi.api.ouranos.wire.Refusal;
import dev.denchi.api.ouranos.wire.TraceabilityMessage;
import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.Refused.Reason;
import dev.denchi.api.supply.part.PartDraft;
import dev.denchi.api.supply.part.Parts;
import dev.denchi.api.supply.part.Structure;
import dev.denchi.model.ouranos.PartsInput;
import dev.denchi.model.ouranos.StructureInput;
import dev.denchi.model.part.TraceId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code dataTarget} parts and partsStructure. */
@Singleton
class PartsTarget {
    private final Parts parts;
    private final Links links;

    PartsTarget(Parts parts, Links links) {
        this.parts = parts;
        this.links = links;
    }

    Uni<Response> get(Exchange exchange) {
        Query query = exchange.query();
        int limit = query.limit();
        UUID after = query.uuid("after");
        Parts.Search search = new Parts.Search(
                query.uuid("traceId"),
                query.text("partsName"),
                query.uuid("plantId"),
                query.flag("parentFlag"),
                after,
                limit);
        return parts.search(exchange.operator(), search)
                .onFailure(Refused.class)
                .transform(refused -> Refusal.of(TraceabilityMessage.ID_UNKNOWN)) // only the cursor can be wrong
                .map(found -> exchange.page(
                        found.entries().stream()
                                .map(counted -> Views.part(counted.part(), exchange.ouranosId(), counted.amount()))
                                .toList(),
                        links.next(query, found.next())));
    }

    Uni<Response> put(Exchange exchange, byte[] body) {
        PartsInput input = Inputs.parts(body);
        exchange.requireOwn(input.operatorId());
        return parts.keep(exchange.operator(), draft(exchange, input))
                .map(part -> exchange.created(Views.part(part, exchange.ouranosId(), null)));
    }

    Uni<Response> delete(Exchange exchange) {
        TraceId trace = new TraceId(exchange.query().requiredUuid("traceId"));
        return parts.delete(exchange.operator(), trace)
                .onFailure(PartsTarget::isUnknown)
                .transform(refused -> Refusal.of(TraceabilityMessage.PART_UNKNOWN))
                .map(done -> exchange.gone());
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof Refused refused && refused.reason() == Reason.NO_SUCH_PART;
    }

    Uni<Response> getStructure(Exchange exchange) {
        TraceId trace = new TraceId(exchange.query().requiredUuid("traceId"));
        return parts.structure(exchange.operator(), trace).map(structure -> exchange.ok(view(structure, exchange)));
    }

    Uni<Response> putStructure(Exchange exchange, byte[] body) {
        StructureInput input = Inputs.structure(body);
        PartsInput parent = Objects.requireNonNull(input.parent());
        List<PartsInput> children = Objects.requireNonNull(input.children());
        exchange.requireOwn(parent.operatorId());
        children.forEach(child -> exchange.requireOwn(child.operatorId()));
        return parts.keep(
                        exchange.operator(),
                        draft(exchange, parent),
                        children.stream().map(child -> draft(exchange, child)).toList())
                .map(structure -> exchange.created(view(structure, exchange)));
    }

    private static PartDraft draft(Exchange exchange, PartsInput input) {
        return new PartDraft(
                input.toPart(new TraceId(UUID.randomUUID()), exchange.operator()),
                input.trace().orElse(null),
                input.amountRequired() == null ? null : input.amount());
    }

    private static Map<String, @Nullable Object> view(Structure structure, Exchange exchange) {
        List<Object> children = new ArrayList<>();
        structure
                .components()
                .forEach(component ->
                        children.add(Views.part(component.part(), exchange.ouranosId(), component.amount())));
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("parentPartsModel", Views.part(structure.parent(), exchange.ouranosId(), null));
        view.put("childrenPartsModel", children);
        return view;
    }
}
