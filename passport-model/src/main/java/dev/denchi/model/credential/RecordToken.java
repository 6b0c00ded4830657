package dev.denchi.model.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.access.AccessPolicies;
import dev.denchi.model.access.AccessPolicy;
import dev.denchi.model.access.Reader;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.passport.RecordContent;
import dev.denchi.model.signature.CompactJws;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A signed record: the issuer's JWT and the disclosures that travel with it (RFC 9901), application/vc+sd-jwt.
 *
 * <p>The bytes are kept as they were signed. A cut leaves disclosures out and changes nothing else, so every cut verifies
 * against the same key.
 */
public final class RecordToken {
    private final String text;
    private final int jwt;
    private final RecordHeader header;
    private final List<Disclosed> disclosed;
    private final int digests;
    private final String sha256;

    /**
     * @param text the token; it may have more disclosures than are {@code disclosed}
     * @param jwt how long the issuer's JWT is, which the text begins with
     * @param disclosed belongs to the token from here on
     * @param digests how many the issuer signed, those without a disclosure included
     */
    RecordToken(String text, int jwt, RecordHeader header, List<Disclosed> disclosed, int digests, String sha256) {
        this.text = text;
        this.jwt = jwt;
        this.header = header;
        this.disclosed = disclosed;
        this.digests = digests;
        this.sha256 = sha256;
    }

    /**
     * Reads a token without believing it: whoever must, asks a verifier.
     *
     * @throws MalformedToken when it is no SD-JWT of a record, or a disclosure does not belong to it
     */
    public static RecordToken parse(String token) {
        return TokenReader.read(token);
    }

    /**
     * Reads the issuer's JWT of a token and leaves its disclosures alone.
     *
     * @throws MalformedToken when it is no SD-JWT of a record
     */
    public static RecordToken parseWithoutDisclosures(String token) {
        return TokenReader.readWithoutDisclosures(token);
    }

    public RecordHeader header() {
        return header;
    }

    /** The bytes as stored and served (RFC 9901, 4): the issuer's JWT and each disclosure, with a tilde behind each. */
    public String serialize() {
        int length = jwt + 1;
        for (Disclosed attribute : disclosed) {
            length += attribute.length();
        }
        if (length == text.length()) {
            return text;
        }
        StringBuilder cut = new StringBuilder(length).append(text, 0, jwt + 1);
        disclosed.forEach(attribute -> cut.append(text, attribute.from(), attribute.to() + 1));
        return cut.toString();
    }

    /** SHA-256 of the issuer's JWT, hexadecimal: the same for every cut, named by the next version. */
    public String sha256() {
        return sha256;
    }

    /** The same token with only what {@code reader} may see, under today's policy and that of its day. */
    public RecordToken cut(AccessPolicies policies, Reader reader) {
        List<Disclosed> visible = disclosed.stream()
                .filter(attribute -> policies.permits(reader, header.kind(), attribute.pointer(), header.issuedAt()))
                .toList();
        return new RecordToken(text, jwt, header, visible, digests, sha256);
    }

    /** The same token with only what {@code reader} may see under this one policy. */
    public RecordToken cut(AccessPolicy policy, Reader reader) {
        return cut(AccessPolicies.only(policy), reader);
    }

    /** JSON Pointers of the attributes that this token discloses. */
    public Set<String> pointers() {
        return disclosed.stream().map(Disclosed::pointer).collect(Collectors.toUnmodifiableSet());
    }

    /** The disclosed attributes as one JSON object, in the record's own form. */
    public ObjectNode attributes() {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        for (Disclosed attribute : disclosed) {
            place(attributes, attribute.pointer(), attribute.value(text));
        }
        return attributes;
    }

    /** What they say; of a cut token what is left. */
    public RecordContent content() {
        return RecordReader.content(header.kind(), attributes());
    }

    /** The documents that the disclosed attributes point at, as often as they do. */
    public List<PinnedDocument> documents() {
        return header.kind().pointsAtDocuments()
                ? disclosed.stream()
                        .flatMap(attribute -> PinnedDocument.in(attribute.pointer(), attribute.value(text)))
                        .toList()
                : List.of();
    }

    /** How many digests have no disclosure here: attributes that were cut out, and decoys that stand for none. */
    public int undisclosed() {
        return digests - disclosed.size();
    }

    /** The bytes that the issuer signed, with the signature: a JWS in compact form. */
    public String issuerJwt() {
        return text.substring(0, jwt);
    }

    /** What is signed in the clear, read from the signed bytes. */
    JsonNode payload() {
        return CompactJws.parse(issuerJwt()).payload();
    }

    JsonNode joseHeader() {
        return CompactJws.parse(issuerJwt()).header();
    }

    private static void place(ObjectNode root, String pointer, JsonNode value) {
        String[] path = pointer.substring(1).split("/");
        ObjectNode parent = root;
        for (int i = 0; i < path.length - 1; i++) {
            parent = parent.withObjectProperty(path[i]);
        }
        parent.set(path[path.length - 1], value);
    }
}
