package dev.denchi.model.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A data model of somebody else that passports come in and go out by.
 *
 * <p>Laws: an export of what was imported, with the original beside it, is the original; without it, each difference is
 * named by the import. An export has no value that neither the records nor the original have.
 */
public interface ExchangeFormat {

    /** Name and version, as in addresses. */
    String name();

    /** The names of the documents that it is made of. */
    Set<String> documents();

    /** @throws dev.denchi.model.format.MalformedJson when the bytes are no JSON document of this format */
    Imported read(byte[] bytes);

    /**
     * @param parts the attributes by the label of their kind of record, and the passport's own members as {@code
     *     passport}; only what the reader may see
     * @param documents which documents to make
     * @param original an import of this format, to fill what the records have no place for; {@code null} for none
     */
    Export write(Map<String, ? extends JsonNode> parts, Set<String> documents, byte @Nullable [] original);
}
