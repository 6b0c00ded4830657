package dev.denchi.model.status;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.signature.CompactJws;
import dev.denchi.model.signature.Issuer;
import dev.denchi.model.signature.JwsSigning;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.signature.Signer;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * A status list as its issuer says it: a verifiable credential secured as JWT ({@code application/vc+jwt}).
 *
 * @param id the address it is served at
 * @param validFrom when it was signed, to the second
 * @param validUntil from then on a reader fetches a newer one
 * @param encodedList the bits as text; unpacked only when asked for, since a stranger's list may unpack to much
 */
public record StatusListCredential(
        URI id, String issuer, Set<StatusPurpose> purposes, Instant validFrom, Instant validUntil, String encodedList) {

    /** The {@code typ} of its JWT. */
    public static final String TYP = "vc+jwt";

    private static final List<String> CONTEXT = List.of("https://www.w3.org/ns/credentials/v2");
    private static final List<String> TYPE = List.of("VerifiableCredential", "BitstringStatusListCredential");
    private static final Set<String> MEMBERS =
            Set.of("@context", "id", "type", "issuer", "validFrom", "validUntil", "iat", "credentialSubject");

    public StatusListCredential {
        purposes = Set.copyOf(purposes);
        if (purposes.isEmpty() || !validUntil.isAfter(validFrom)) {
            throw new IllegalArgumentException("a status list has a purpose, and is valid for some time");
        }
    }

    public StatusListCredential(
            URI id,
            String issuer,
            Set<StatusPurpose> purposes,
            Instant validFrom,
            Instant validUntil,
            StatusList list) {
        this(id, issuer, purposes, validFrom, validUntil, list.encode());
    }

    /** @throws IllegalArgumentException when the text is no list */
    public StatusList list() {
        return StatusList.decode(encodedList);
    }

    /** The compact JWT. */
    public CompletionStage<String> sign(Signer signer) {
        return JwsSigning.sign(signer, TYP, StrictJson.write(payload()));
    }

    /**
     * Reads one without believing it.
     *
     * @throws IllegalArgumentException when it is no status list
     * @throws dev.denchi.model.format.MalformedJson when it is no JWS in compact form
     */
    public static StatusListCredential read(CompactJws jws) {
        JsonNode payload = jws.payload();
        payload.fieldNames().forEachRemaining(member -> {
            if (!MEMBERS.contains(member)) {
                throw new IllegalArgumentException("a status list with \"" + member + "\" is not known");
            }
        });
        JsonNode subject = payload.path("credentialSubject");
        if (!CONTEXT.equals(texts(payload.path("@context")))
                || !TYPE.equals(texts(payload.path("type")))
                || !"BitstringStatusList".equals(subject.path("type").textValue())) {
            throw new IllegalArgumentException("this is no BitstringStatusListCredential");
        }
        StatusListCredential read = new StatusListCredential(
                URI.create(text(payload, "id")),
                text(payload, "issuer"),
                purposes(subject.path("statusPurpose")),
                instant(payload, "validFrom"),
                instant(payload, "validUntil"),
                text(subject, "encodedList"));
        if (payload.path("iat").longValue() != read.validFrom().getEpochSecond()) {
            throw new IllegalArgumentException("validFrom and iat of the status list differ");
        }
        return read;
    }

    /**
     * Why it is not to be believed about a record; empty when it is. It counts from the record's issuer, and from the operator under whose address it
     * stands, since the record names that address and its issuer signed so: from nobody else.
     *
     * @param jws what it was read from
     * @param entry what the record says of it
     * @param recordIssuer who signed the record
     * @param keys those that are believed
     */
    public Optional<String> objection(
            CompactJws jws, StatusEntry entry, String recordIssuer, Collection<PublishedKeys> keys) {
        if (!id.equals(entry.list())) {
            return Optional.of("it is the list of " + id + ", not of " + entry.list());
        }
        if (!issuer.equals(recordIssuer)
                && Issuer.keeperOf(id).filter(issuer::equals).isEmpty()) {
            return Optional.of(
                    "it is said by " + issuer + ", who neither issued the record nor keeps lists at that address");
        }
        if (!purposes.contains(entry.purpose())) {
            return Optional.of("it is not about " + entry.purpose().label());
        }
        return PublishedKeys.refusal(keys, issuer, jws, TYP, validFrom);
    }

    private Map<String, Object> payload() {
        List<String> named =
                purposes.stream().sorted().map(StatusPurpose::label).toList();
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("id", id + "#list");
        subject.put("type", "BitstringStatusList");
        subject.put("statusPurpose", named.size() == 1 ? named.get(0) : named);
        subject.put("encodedList", encodedList);
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("@context", CONTEXT);
        payload.put("id", id.toString());
        payload.put("type", TYPE);
        payload.put("issuer", issuer);
        payload.put("validFrom", validFrom.toString());
        payload.put("validUntil", validUntil.toString());
        payload.put("iat", validFrom.getEpochSecond());
        payload.put("credentialSubject", subject);
        return payload;
    }

    private static Set<StatusPurpose> purposes(JsonNode json) {
        Set<StatusPurpose> purposes = EnumSet.noneOf(StatusPurpose.class);
        for (String label : json.isTextual() ? List.of(json.textValue()) : texts(json)) {
            StatusPurpose.ofLabel(label).ifPresent(purposes::add);
        }
        return purposes;
    }

    private static Instant instant(JsonNode json, String member) {
        try {
            return Instant.parse(text(json, member));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(member + " of the status list is no moment", e);
        }
    }

    private static String text(JsonNode json, String member) {
        if (!json.path(member).isTextual()) {
            throw new IllegalArgumentException("the status list has no " + member + " that is a text");
        }
        return json.path(member).textValue();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
