package dev.denchi.model.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.passport.RecordKind;
import java.util.List;
import java.util.Map;

/**
 * What a foreign document said.
 *
 * @param drafts the attributes by kind of record, as far as the document says them
 * @param notTaken each place of the document that the drafts do not give back as it was; the raw bytes keep it
 */
public record Imported(Map<RecordKind, ObjectNode> drafts, List<Note> notTaken) {}
