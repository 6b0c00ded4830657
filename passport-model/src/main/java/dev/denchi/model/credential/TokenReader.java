package dev.denchi.model.credential;

import com.authlete.sd.Disclosure;
import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.signature.Base64Url;
import dev.denchi.model.signature.CompactJws;
import java.util.Arrays;
import java.util.List;

/** Takes a token apart: the issuer's JWT, and the disclosures that travel with it. */
final class TokenReader {
    private static final int LONGEST = 4 * 1024 * 1024;

    private TokenReader() {}

    static RecordToken read(String token) {
        List<String> parts = parts(token);
        String jwt = parts.get(0);
        JsonNode payload = payload(jwt);
        RecordHeader header = RecordClaims.read(payload);
        List<Disclosure> disclosures =
                parts.stream().skip(1).map(TokenReader::disclosure).toList();
        List<Disclosed> disclosed = DigestPlaces.of(payload, disclosures, jwt.length() + 1);
        return new RecordToken(token, jwt.length(), header, disclosed, DigestPlaces.count(payload), TokenHash.of(jwt));
    }

    static RecordToken readWithoutDisclosures(String token) {
        String jwt = parts(token).get(0);
        JsonNode payload = payload(jwt);
        return new RecordToken(
                token,
                jwt.length(),
                RecordClaims.read(payload),
                List.of(),
                DigestPlaces.count(payload),
                TokenHash.of(jwt));
    }

    private static List<String> parts(String token) {
        if (token.length() > LONGEST) {
            throw new MalformedToken("the token is longer than " + LONGEST + " characters");
        }
        if (token.startsWith("{")) {
            throw new MalformedToken("this is the JSON serialization; only the compact one is accepted");
        }
        if (!token.endsWith("~")) {
            throw new MalformedToken("a record's token has no key binding; it ends in ~");
        }
        return Arrays.asList(token.substring(0, token.length() - 1).split("~", -1));
    }

    private static JsonNode payload(String jwt) {
        try {
            CompactJws jws = CompactJws.parse(jwt);
            jws.header();
            return jws.payload();
        } catch (MalformedJson e) {
            throw new MalformedToken("the part before the first ~: " + e.getMessage());
        }
    }

    private static Disclosure disclosure(String part) {
        JsonNode parts;
        try {
            parts = StrictJson.read(Base64Url.decode(part));
        } catch (MalformedJson e) {
            throw MalformedToken.inDisclosures("a disclosure is not readable: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw MalformedToken.inDisclosures("a disclosure is not base64url without padding (RFC 7515, 2)");
        }
        if (!parts.isArray()
                || parts.size() != 3
                || !parts.path(0).isTextual()
                || !parts.path(1).isTextual()) {
            throw MalformedToken.inDisclosures("a disclosure is not of the form [salt, name, value]");
        }
        try {
            return Disclosure.parse(part);
        } catch (IllegalArgumentException e) {
            throw MalformedToken.inDisclosures("no disclosure: " + e.getMessage());
        }
    }
}
