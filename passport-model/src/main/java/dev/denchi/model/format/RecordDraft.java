package dev.denchi.model.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.passport.RecordContent;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Violation;
import java.util.List;

/**
 * A record that somebody wants to issue.
 *
 * @param document the attributes as given
 * @param content the same for the rules, as far as readable
 * @param violations what is wrong with its form; the rules are judged later, when the circumstances are known
 */
public record RecordDraft(JsonNode document, RecordContent content, List<Violation> violations) {

    public RecordKind kind() {
        return content.kind();
    }
}
