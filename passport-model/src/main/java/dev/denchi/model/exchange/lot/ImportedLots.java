package dev.denchi.model.exchange.lot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.exchange.Note;
import dev.denchi.model.passport.RecordKind;
import java.util.List;

/**
 * What a foreign document said of material lots.
 *
 * @param drafts records as far as the document says them, in the order in which they can be posted
 * @param notes each place of the document that is in no draft, and each part of a draft that the document does not say
 */
public record ImportedLots(List<Draft> drafts, List<Note> notes) {

    public ImportedLots {
        drafts = List.copyOf(drafts);
        notes = List.copyOf(notes);
    }

    public record Draft(RecordKind kind, ObjectNode attributes) {}
}
