package dev.denchi.api.statement;

import dev.denchi.api.supply.answer.Statements.Decided;
import dev.denchi.model.credential.RecordToken;
import java.util.List;

/**
 * A statement that is a signed record, as its operator has it.
 *
 * @param decided what was decided about single customers
 */
public record StatedRecord(RecordToken token, List<Decided> decided) {}
