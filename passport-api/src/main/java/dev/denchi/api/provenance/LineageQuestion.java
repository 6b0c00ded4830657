package dev.denchi.api.provenance;

import dev.denchi.api.store.lineage.Chain;
import dev.denchi.api.store.lineage.StatedLot;
import dev.denchi.api.store.lineage.StatedStep;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.lineage.LineageGraph;
import dev.denchi.model.quantity.Mass;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What was asked and all that answers it, before anything is cut into pages.
 *
 * @param about what it is about, as it is told to the asker
 * @param consumed how much of which lots it is about
 * @param mask what the asker may know of names
 */
record LineageQuestion(Map<String, Object> about, Map<RecordId, Mass> consumed, Chain chain, Mask mask) {
    /** By what nobody can state differently for two askers, the newest first: pages stay what they are. */
    private static final Comparator<StatedLot> ORDER = Comparator.comparing(
                    (StatedLot stated) -> stated.lot().producedOn())
            .reversed()
            .thenComparing(StatedLot::sha256);

    Map<String, Object> page(Page page, String path) {
        LineageAnswer answer = new LineageAnswer(chain, mask, Contributions.to(consumed, chain));
        List<StatedLot> lots = lots().skip(page.offset()).limit(page.limit()).toList();
        Map<String, Object> json = new LinkedHashMap<>(about);
        json.put("total", chain.lots().size());
        json.put("lots", lots.stream().map(answer::lot).toList());
        json.put("transformations", stepsOf(lots).map(answer::step).toList());
        json.put("links", page.links(path, chain.lots().size()));
        return json;
    }

    /** The same part of it, for the model to draw. */
    LineageGraph graph(Page page) {
        List<StatedLot> lots = lots().skip(page.offset()).limit(page.limit()).toList();
        return LineageDrawing.of(chain, lots, stepsOf(lots).toList(), mask);
    }

    Stream<StatedLot> lots() {
        return chain.lots().values().stream().sorted(ORDER);
    }

    /** Those that made the lots of a page. */
    private Stream<StatedStep> stepsOf(List<StatedLot> lots) {
        return lots.stream()
                .flatMap(lot -> Stream.ofNullable(lot.madeIn()))
                .distinct()
                .map(chain.steps()::get)
                .filter(Objects::nonNull);
    }
}
