package dev.denchi.model.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What came of an export: the documents, or the required fields that have no value. */
public sealed interface Export {

    /**
     * @param documents the documents by name
     * @param losses each attribute that the documents do not carry as it is
     */
    record Done(ObjectNode documents, List<Note> losses) implements Export {}

    /** @param missing each required field of the format that stays empty; nothing is made up to fill it */
    record Incomplete(List<Note> missing) implements Export {}
}
