package dev.denchi.api.provenance;

import dev.denchi.api.store.lineage.Chain;
import dev.denchi.api.store.lineage.StatedLot;
import dev.denchi.api.store.lineage.StatedStep;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.lineage.LineageGraph;
import dev.denchi.model.lineage.LineageGraph.Edge;
import dev.denchi.model.lineage.LineageNode;
import dev.denchi.model.lot.MaterialLot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A part of the lineage as a graph that the model draws and words: masked here, so that no form can tell what another does not. */
final class LineageDrawing {
    private final Chain chain;
    private final Mask mask;
    private final Map<RecordId, String> names = new HashMap<>();

    private LineageDrawing(Chain chain, Mask mask) {
        this.chain = chain;
        this.mask = mask;
    }

    /** Of these lots, the transformations that made them, and the edges between them. */
    static LineageGraph of(Chain chain, List<StatedLot> lots, List<StatedStep> steps, Mask mask) {
        LineageDrawing drawing = new LineageDrawing(chain, mask);
        List<LineageNode> nodes = new ArrayList<>();
        lots.forEach(lot -> nodes.add(drawing.lot(lot)));
        steps.forEach(step -> nodes.add(drawing.step(step)));
        List<Edge> edges = new ArrayList<>();
        steps.forEach(step -> drawing.join(step, edges));
        return new LineageGraph(nodes, edges, List.of());
    }

    private LineageNode lot(StatedLot stated) {
        MaterialLot lot = stated.lot();
        String name = mask.named("lot", lot.operator(), lot.id().toString());
        names.put(stated.id(), name);
        return new LineageNode.Lot(
                name,
                mask.operator(lot.operator()),
                mask.facility(lot.operator(), lot.facility()),
                stated.sha256(),
                lot.material(),
                lot.mass(),
                lot.producedOn(),
                lot.waste() == null ? null : lot.waste().wasteClass(),
                lot.elements());
    }

    private LineageNode step(StatedStep step) {
        OperatorId operator = step.name().operator();
        String name = mask.named("step", operator, step.name().toString());
        names.put(step.id(), name);
        return new LineageNode.Step(
                name,
                mask.operator(operator),
                mask.facility(operator, step.facility()),
                step.sha256(),
                step.type(),
                step.from(),
                step.to(),
                step.custody());
    }

    private void join(StatedStep step, List<Edge> edges) {
        String name = names.getOrDefault(step.id(), "");
        step.inputs().forEach((lot, mass) -> {
            if (names.containsKey(lot)) {
                edges.add(new Edge(names.getOrDefault(lot, ""), name, mass));
            }
        });
        for (RecordId output : step.outputs()) {
            StatedLot made = chain.lots().get(output);
            if (made != null && names.containsKey(output)) {
                edges.add(new Edge(
                        name, names.getOrDefault(output, ""), made.lot().mass()));
            }
        }
    }
}
