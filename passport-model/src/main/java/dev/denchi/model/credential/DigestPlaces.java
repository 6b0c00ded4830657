package dev.denchi.model.credential;

import com.authlete.sd.Disclosure;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the place of each disclosure by its digest, and refuses one that has none (RFC 9901, 7.1). */
final class DigestPlaces {
    private DigestPlaces() {}

    /** @param begin where the first of them begins in the token */
    static List<Disclosed> of(JsonNode payload, List<Disclosure> disclosures, int begin) {
        if (!"sha-256".equals(payload.path("_sd_alg").textValue())) {
            throw MalformedToken.inDisclosures("the digests are not said to be sha-256");
        }
        JsonNode subject = payload.path("credentialSubject");
        Map<String, String> parents = new HashMap<>();
        collect(subject, "", parents);
        List<Disclosed> placed = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        int from = begin;
        for (Disclosure disclosure : disclosures) {
            String parent = parents.remove(disclosure.digest());
            if (parent == null) {
                throw MalformedToken.inDisclosures("the disclosure of \"" + disclosure.getClaimName()
                        + "\" has no digest in the token, or comes twice");
            }
            String pointer = member(parent, disclosure.getClaimName());
            if (!subject.at(pointer).isMissingNode() || !taken.add(pointer)) {
                throw MalformedToken.inDisclosures("the token says " + pointer + " twice");
            }
            Disclosed place = new Disclosed(
                    pointer, from, from + disclosure.getDisclosure().length());
            placed.add(place);
            from += place.length();
        }
        return placed;
    }

    /** How many digests stand in the payload. */
    static int count(JsonNode payload) {
        return countIn(payload.path("credentialSubject"));
    }

    private static int countIn(JsonNode object) {
        int count = object.path("_sd").size();
        for (JsonNode member : object) {
            count += member.isObject() ? countIn(member) : 0;
        }
        return count;
    }

    /** Digest to the pointer of the object it stands in. */
    private static void collect(JsonNode object, String pointer, Map<String, String> parents) {
        for (JsonNode digest : object.path("_sd")) {
            if (!digest.isTextual() || parents.put(digest.textValue(), pointer) != null) {
                throw MalformedToken.inDisclosures(
                        "the digest " + digest + " is no text, or stands twice in the token");
            }
        }
        object.properties().forEach(group -> {
            if (group.getValue().isObject()) {
                collect(group.getValue(), member(pointer, group.getKey()), parents);
            }
        });
    }

    /** No attribute has such a name; with it a pointer would name two places. */
    private static String member(String pointer, String name) {
        if (name.contains("/") || name.contains("~")) {
            throw MalformedToken.inDisclosures("\"" + name + "\" is no name of an attribute");
        }
        return pointer + "/" + name;
    }
}
