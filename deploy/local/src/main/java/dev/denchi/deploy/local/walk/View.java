package dev.denchi.deploy.local.walk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.access.AccessPolicy;
import dev.denchi.model.access.Reader;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.passport.RecordKind;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A passport as one reader gets it.
 *
 * @param who the reader, as said to the user
 */
record View(String who, JsonNode json, List<RecordToken> tokens) {

    static View read(String who, Service service, String passport) throws IOException, InterruptedException {
        JsonNode json = service.passport(passport).expecting(200).json();
        List<RecordToken> tokens =
                service.tokens(passport).stream().map(RecordToken::parse).toList();
        return new View(who, json, tokens);
    }

    /** Every attribute that the tokens disclose, as kind and pointer. */
    Set<String> attributes() {
        Set<String> all = new TreeSet<>();
        tokens.forEach(token -> token.pointers()
                .forEach(pointer -> all.add(token.header().kind().label() + pointer)));
        return all;
    }

    boolean sees(String kind, String pointer) {
        return attributes().contains(kind + pointer);
    }

    /** Whether a member of that name stands anywhere in the JSON or in a disclosed attribute. */
    boolean mentions(String name) {
        return !json.findValues(name).isEmpty()
                || tokens.stream()
                        .anyMatch(token -> !token.attributes().findValues(name).isEmpty());
    }

    JsonNode value(String kind, String name) {
        return tokens.stream()
                .filter(token -> token.header().kind().label().equals(kind))
                .map(token -> token.attributes().path(name))
                .findFirst()
                .orElseThrow();
    }

    /** The tokens disclose nothing that the policy withholds from this reader, and the JSON says what they say. */
    void showsWhat(AccessPolicy policy, Reader reader) {
        for (RecordToken token : tokens) {
            RecordKind kind = token.header().kind();
            for (String pointer : token.pointers()) {
                Expect.that(
                        policy.permits(reader, kind, pointer),
                        "%s sees %s%s, which the policy withholds",
                        who,
                        kind.label(),
                        pointer);
            }
            JsonNode said = json.path(member(kind));
            Expect.that(
                    said.equals(token.attributes()),
                    "%s reads another %s in the JSON than was signed: %s",
                    who,
                    kind.label(),
                    said);
        }
    }

    /** The kind as the JSON names it: battery-model is batteryModel there. */
    private static String member(RecordKind kind) {
        return Pattern.compile("-([a-z])")
                .matcher(kind.label())
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }
}
