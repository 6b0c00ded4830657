package dev.denchi.model.lineage;

import dev.denchi.model.lineage.LineageGraph.Edge;
import dev.denchi.model.lineage.LineageGraph.HandOver;
import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.RecycledContentClaim;
import dev.denchi.model.lot.Transfer;
import dev.denchi.model.lot.Transformation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts statements together; edges to lots that nobody describes are left out in the end. */
final class Assembly implements LotEvent.Cases<Boolean> {
    private final Function<String, @Nullable String> sha256;
    private final Map<String, LineageNode> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Map<String, String> yields = new LinkedHashMap<>();
    private final List<HandOver> handOvers = new ArrayList<>();

    Assembly(Function<String, @Nullable String> sha256) {
        this.sha256 = sha256;
    }

    LineageGraph graph() {
        List<Edge> all = new ArrayList<>(edges);
        yields.forEach((lot, step) -> {
            if (nodes.get(lot) instanceof LineageNode.Lot made) {
                all.add(new Edge(step, lot, made.mass()));
            }
        });
        all.removeIf(edge -> !nodes.containsKey(edge.from()) || !nodes.containsKey(edge.to()));
        return new LineageGraph(List.copyOf(nodes.values()), all, handOvers);
    }

    @Override
    public Boolean lot(MaterialLot lot) {
        nodes.put(
                lot.id().toString(),
                new LineageNode.Lot(
                        lot.id().toString(),
                        lot.operator().value(),
                        lot.facility().toString(),
                        sha256.apply(lot.key()),
                        lot.material(),
                        lot.mass(),
                        lot.producedOn(),
                        lot.waste() == null
                                ? null
                                : Objects.requireNonNull(lot.waste()).wasteClass(),
                        lot.elements()));
        return true;
    }

    @Override
    public Boolean transformation(Transformation step) {
        String id = step.id().toString();
        nodes.put(
                id,
                new LineageNode.Step(
                        id,
                        step.operator().value(),
                        step.facility().toString(),
                        sha256.apply(step.key()),
                        step.type(),
                        step.from(),
                        step.to(),
                        step.custody()));
        step.inputs().forEach(input -> edges.add(new Edge(input.lot().toString(), id, input.mass())));
        step.outputs().forEach(output -> yields.put(output.toString(), id));
        return true;
    }

    @Override
    public Boolean transfer(Transfer transfer) {
        return handOvers.add(new HandOver(
                transfer.id().toString(),
                transfer.lot().toString(),
                transfer.step(),
                transfer.mass(),
                transfer.from().operator().value(),
                transfer.from().facility().toString(),
                transfer.to().operator().value(),
                transfer.to().facility().toString(),
                transfer.on()));
    }

    @Override
    public Boolean claim(RecycledContentClaim claim) {
        String id = claim.key();
        nodes.put(
                id,
                new LineageNode.Claim(
                        id,
                        claim.operator().value(),
                        claim.id().plant().toString(),
                        sha256.apply(claim.key()),
                        claim.id().model().value(),
                        claim.id().year()));
        claim.consumption().forEach(used -> edges.add(new Edge(used.lot().toString(), id, used.mass())));
        return true;
    }
}
