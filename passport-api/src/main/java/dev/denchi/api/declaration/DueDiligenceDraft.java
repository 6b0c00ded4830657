package dev.denchi.api.declaration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.denchi.api.declaration.Drafting.From;
import dev.denchi.api.supply.answer.Bought;
import dev.denchi.api.supply.chain.Statement;
import dev.denchi.model.trade.RequestType;
import java.util.Optional;

/**
 * The due diligence report on a model, backed by what its suppliers signed. The report itself is the operator's and comes with the request; of
 * the suppliers it has hashes, which say to whoever holds a statement that it is meant, and nothing to anyone else.
 */
final class DueDiligenceDraft {
    static final String STATEMENTS = "supplierStatements";

    private DueDiligenceDraft() {}

    static void fill(Drafting draft, PartAnswers answers) {
        draft.refuseGiven(STATEMENTS);
        answers.diligence().forEach(bought -> requireAnswered(draft, bought));
        if (draft.faults().isEmpty()) {
            ArrayNode hashes = JsonNodeFactory.instance.arrayNode();
            answers.diligence().stream()
                    .flatMap(bought -> signed(bought).stream())
                    .map(Statement.Signed::sha256)
                    .distinct()
                    .sorted()
                    .forEach(hashes::add);
            if (!hashes.isEmpty()) {
                draft.put(STATEMENTS, hashes, From.ANSWERS, "the hashes of what the direct suppliers signed");
            }
            answers.diligence().stream()
                    .filter(bought -> bought.statement() != null)
                    .forEach(bought -> draft.stands(RequestType.DD, bought));
        }
    }

    /** Nobody upstream is asked about a part that ends the tree. */
    private static void requireAnswered(Drafting draft, Bought bought) {
        if (signed(bought).isEmpty()
                && !(bought.trade() == null && bought.part().terminated())) {
            draft.fault(
                    "",
                    "suppliers-answered",
                    "%s (%s): %s"
                            .formatted(
                                    bought.part().key().name(),
                                    bought.part().trace(),
                                    bought.trade() == null
                                            ? "nobody was asked for due diligence"
                                            : "its supplier has not answered; the request is "
                                                    + bought.trade().status()));
        }
    }

    private static Optional<Statement.Signed> signed(Bought bought) {
        return Optional.ofNullable(bought.statement()).map(Statement::record);
    }
}
