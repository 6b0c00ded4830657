package dev.denchi.api.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.api.declaration.Drafting.From;
import dev.denchi.api.supply.answer.Bought;
import dev.denchi.api.supply.answer.Statements.Known;
import dev.denchi.api.supply.answer.Statements.Own;
import dev.denchi.api.supply.answer.Statements.Told;
import dev.denchi.api.supply.chain.Statement;
import dev.denchi.model.declaration.RecycledShares;
import dev.denchi.model.declaration.RecycledShares.Share;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.quantity.Quantity;
import dev.denchi.model.quantity.Unit;
import dev.denchi.model.trade.RequestType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The recycled content of a model out of that of its parts: what suppliers told, and what the operator states of parts of its own. A part
 * that has none of the metals is stated with no rows; of one that nobody speaks of nothing is assumed.
 */
final class RecycledContentDraft {
    private static final String ROWS = "recycledContent";

    private final Drafting draft;
    private final PartAnswers answers;

    private RecycledContentDraft(Drafting draft, PartAnswers answers) {
        this.draft = draft;
        this.answers = answers;
    }

    static void fill(Drafting draft, PartAnswers answers) {
        new RecycledContentDraft(draft, answers).fill();
    }

    private void fill() {
        draft.refuseGiven(ROWS);
        Map<String, List<Share>> byElement = new LinkedHashMap<>();
        answers.recycling().forEach(bought -> add(bought, byElement));
        Map<String, RecycledShares> shares = new LinkedHashMap<>();
        byElement.forEach((element, each) -> RecycledShares.of(each)
                .ifPresentOrElse(
                        found -> shares.put(element, found),
                        () -> draft.fault(
                                "",
                                "elements-are-weighed",
                                "%s is in %d parts, and of one of them nobody told how much; its share of all cannot be known"
                                        .formatted(element, each.size()))));
        if (draft.faults().isEmpty() && shares.isEmpty()) {
            draft.fault(
                    "",
                    "suppliers-answered",
                    "no part has any of the metals of Article 8; there is nothing to declare");
        }
        if (draft.faults().isEmpty()) {
            draft.put(
                    ROWS,
                    rows(shares),
                    From.ANSWERS,
                    "shares of the parts weighted by the metal in each, rounded down to %d decimals; those of a single part as told"
                            .formatted(RecycledShares.DECIMALS));
            answers.recycling().stream()
                    .filter(bought -> bought.statement() != null)
                    .forEach(bought -> draft.stands(RequestType.RECYCLED_CONTENT, bought));
        }
    }

    private void add(Bought bought, Map<String, List<Share>> byElement) {
        Statement statement = statement(bought);
        if (statement == null || statement.content() == null) {
            draft.fault(
                    "",
                    "suppliers-answered",
                    "%s (%s): %s"
                            .formatted(
                                    bought.part().key().name(),
                                    bought.part().trace(),
                                    bought.trade() == null
                                            ? "nobody was asked for recycled content, and none is stated"
                                            : "its supplier has not answered; the request is "
                                                    + bought.trade().status()));
            return;
        }
        Map<String, List<JsonNode>> rows = new LinkedHashMap<>();
        StrictJson.read(statement.content())
                .forEach(row -> rows.computeIfAbsent(row.path("element").textValue(), none -> new ArrayList<>())
                        .add(row));
        rows.forEach((element, each) ->
                byElement.computeIfAbsent(element, none -> new ArrayList<>()).add(share(bought.amount(), each)));
    }

    private @Nullable Statement statement(Bought bought) {
        Known known = answers.recycled().get(bought.part().trace().value());
        if (known instanceof Own own) {
            return own.statement();
        }
        return known instanceof Told told ? told.statement() : null;
    }

    private static Share share(BigDecimal amount, List<JsonNode> rows) {
        JsonNode mass = rows.get(0).path("elementMass");
        BigDecimal pre = of(rows, "PRE_CONSUMER");
        BigDecimal post = of(rows, "POST_CONSUMER");
        BigDecimal total =
                rows.stream().map(row -> row.path("share").decimalValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Share(amount, mass.isNumber() ? mass.decimalValue() : null, new RecycledShares(pre, post, total));
    }

    private static @Nullable BigDecimal of(List<JsonNode> rows, String recycledClass) {
        return rows.stream()
                .filter(row -> recycledClass.equals(row.path("recycledClass").textValue()))
                .map(row -> row.path("share").decimalValue())
                .findFirst()
                .orElse(null);
    }

    private static ArrayNode rows(Map<String, RecycledShares> shares) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        shares.forEach((element, each) -> {
            ObjectNode row = rows.addObject().put("recycledMaterial", element);
            if (each.preConsumer() == null || each.postConsumer() == null) {
                row.put("split", "UNKNOWN").set("totalShare", percent(each.total()));
            } else {
                row.set("preConsumerShare", percent(each.preConsumer()));
                row.set("postConsumerShare", percent(Objects.requireNonNull(each.postConsumer())));
            }
        });
        return rows;
    }

    private static ObjectNode percent(BigDecimal value) {
        return Drafting.quantity(new Quantity(value, Unit.PERCENT));
    }
}
