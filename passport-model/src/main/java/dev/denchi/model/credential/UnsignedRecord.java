package dev.denchi.model.credential;

import java.util.Arrays;
import java.util.List;

/**
 * A record that lacks nothing but its signature.
 *
 * @param signingInput header and payload as they travel, with a dot between them: what the signature is made over
 * @param disclosures the attributes, as they travel
 */
public record UnsignedRecord(String signingInput, List<String> disclosures) {

    public UnsignedRecord {
        disclosures = List.copyOf(disclosures);
    }

    /** @param unsigned a token with a signature of no bytes */
    static UnsignedRecord of(RecordToken unsigned) {
        String[] parts = unsigned.serialize().split("~");
        String input = parts[0].substring(0, parts[0].length() - 1); // the dot before the signature
        return new UnsignedRecord(input, Arrays.asList(parts).subList(1, parts.length));
    }

    /** The token, when {@code signature} is the base64url of a signature in JOSE form. */
    public String token(String signature) {
        StringBuilder token =
                new StringBuilder(signingInput).append('.').append(signature).append('~');
        disclosures.forEach(disclosure -> token.append(disclosure).append('~'));
        return token.toString();
    }
}
