package dev.denchi.model.chain;

import dev.denchi.model.cfp.Answer;
import dev.denchi.model.cfp.Contribution;
import dev.denchi.model.cfp.Footprint;
import dev.denchi.model.cfp.RollUp;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.trade.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts again, from the changed part upwards. Its work grows with the way up and the parts in each part on it, not with the tree. */
public final class Recount {
    private final Map<TraceId, Node> nodes;
    private final Map<TraceId, Request> about;
    private final Map<TraceId, List<TraceId>> askedThrough;

    private Recount(Snapshot snapshot) {
        nodes = new HashMap<>(snapshot.nodes());
        about = new LinkedHashMap<>();
        snapshot.requests().forEach(request -> about.put(request.downstream(), request));
        askedThrough = snapshot.requests().stream()
                .filter(request -> request.upstream() != null)
                .collect(Collectors.groupingBy(
                        request -> Objects.requireNonNull(request.upstream()),
                        Collectors.mapping(Request::downstream, Collectors.toList())));
    }

    public static Changes of(Snapshot snapshot) {
        Recount recount = new Recount(snapshot);
        snapshot.path().forEach(recount::count);
        Set<Request> before = Set.copyOf(snapshot.requests());
        return new Changes(
                snapshot.path().stream()
                        .map(recount::node)
                        .filter(node -> !node.equals(snapshot.nodes().get(node.trace())))
                        .toList(),
                snapshot.requests().stream()
                        .map(recount::after)
                        .filter(after -> !before.contains(after))
                        .toList());
    }

    private Node node(TraceId trace) {
        return Objects.requireNonNull(nodes.get(trace));
    }

    private Request after(Request before) {
        return Objects.requireNonNull(about.get(before.downstream()));
    }

    private void count(TraceId trace) {
        Node counted = counted(node(trace));
        nodes.put(trace, counted);
        for (TraceId asked : askedThrough.getOrDefault(trace, List.of())) {
            about.computeIfPresent(asked, (key, request) -> request.answered(counted.totals(), counted.progress()));
        }
    }

    private Node counted(Node node) {
        List<Progress> progress =
                node.components().stream().map(line -> progressOf(line.part())).toList();
        Footprint stated = node.stated();
        return node.counted(
                stated == null ? null : RollUp.totals(stated, contributions(node)),
                Progress.ofPart(node.terminated(), progress));
    }

    private List<Contribution> contributions(Node node) {
        List<Contribution> contributions = new ArrayList<>();
        for (Node.Line line : node.components()) {
            Contribution contribution = contribution(line);
            if (contribution != null) {
                contributions.add(contribution);
            }
        }
        return contributions;
    }

    /** Whoever asked a supplier counts on the answer alone, whatever he stated himself before. */
    private @Nullable Contribution contribution(Node.Line line) {
        Request request = about.get(line.part());
        if (request != null) {
            Answer told = request.told();
            return told == null ? null : new Contribution.Supplied(line.amount(), told);
        }
        Footprint totals = node(line.part()).totals();
        return totals == null ? null : new Contribution.Own(line.amount(), totals);
    }

    private Progress progressOf(TraceId part) {
        Request request = about.get(part);
        return request == null ? node(part).progress() : request.progress();
    }
}
