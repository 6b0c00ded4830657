package dev.denchi.model.massbalance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.format.Examples;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.massbalance.invariant.Imbalance;
import dev.denchi.model.massbalance.invariant.MassBalance;
import dev.denchi.model.passport.LotStatement;
import dev.denchi.model.passport.RecordContent;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.RecycledContent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The chain of examples/provenance, in the order in which it happened, as it stands and with something changed. */
public final class Chain {
    private final List<Line> lines;

    /** One statement: whose it is, and its record. */
    public record Line(RecordKind kind, OperatorId operator, ObjectNode document) {

        public LotEvent event() {
            RecordContent content = RecordReader.content(kind, document);
            return content instanceof RecycledContent claim
                    ? claim.claim(operator).orElseThrow()
                    : Objects.requireNonNull(((LotStatement) content).event(), () -> "unreadable: " + document);
        }
    }

    private Chain(List<Line> lines) {
        this.lines = lines;
    }

    public static Chain ofTheExamples() {
        List<Line> lines = new ArrayList<>();
        for (String text : new String(Examples.bytes("provenance/chain.ndjson"), StandardCharsets.UTF_8).split("\n")) {
            JsonNode line = StrictJson.read(text);
            lines.add(new Line(
                    RecordKind.ofLabel(line.path("kind").asText()).orElseThrow(),
                    new OperatorId(line.path("operator").asText()),
                    (ObjectNode) line.path("record")));
        }
        return new Chain(lines);
    }

    public List<Line> lines() {
        return lines;
    }

    public List<LotEvent> events() {
        return lines.stream().map(Line::event).toList();
    }

    /** The same with {@code json} at a place of the statement that has this key. */
    public Chain with(String key, String pointer, String json) {
        List<Line> changed = new ArrayList<>();
        int found = 0;
        for (Line line : lines) {
            boolean isIt = line.event().key().equals(key);
            found += isIt ? 1 : 0;
            changed.add(
                    isIt
                            ? new Line(
                                    line.kind(),
                                    line.operator(),
                                    Examples.set(line.document().deepCopy(), pointer, json))
                            : line);
        }
        if (found != 1) {
            throw new IllegalArgumentException(found + " statements are " + key);
        }
        return new Chain(changed);
    }

    /** The ledger after all statements before the one with this key. */
    LotLedger before(String key) {
        LotLedger ledger = LotLedger.EMPTY;
        for (LotEvent event : events()) {
            if (event.key().equals(key)) {
                return ledger;
            }
            ledger = ledger.with(event);
        }
        throw new IllegalArgumentException("there is no " + key);
    }

    public LotEvent event(String key) {
        return events().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + key));
    }

    public LotLedger ledger() {
        LotLedger ledger = LotLedger.EMPTY;
        for (LotEvent event : events()) {
            ledger = ledger.with(event);
        }
        return ledger;
    }

    /** What is refused when the statements come one after another; a refused one is not kept. */
    public Map<String, List<Imbalance>> refused() {
        Map<String, List<Imbalance>> refused = new LinkedHashMap<>();
        LotLedger ledger = LotLedger.EMPTY;
        for (Line line : lines) {
            LotEvent event = line.event();
            List<Imbalance> found = MassBalance.judge(ledger, event, line.operator());
            if (found.isEmpty()) {
                ledger = ledger.with(event);
            } else {
                refused.put(event.key(), found);
            }
        }
        return refused;
    }
}
