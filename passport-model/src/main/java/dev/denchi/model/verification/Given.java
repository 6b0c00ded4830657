package dev.denchi.model.verification;

import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.trust.TrustAnchors;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a verifier has besides the token, and believes.
 *
 * @param keys the keys of issuers, as they published them
 * @param anchors who may vouch for certificates
 * @param statusLists signed status lists, as compact JWT; they are checked before they are believed
 * @param earlier tokens of earlier versions
 * @param lots tokens of the lots, transformations and transfers behind a claim; they are checked before they are believed
 * @param asOf the moment of judgement: nothing signed later is known then
 */
public record Given(
        List<PublishedKeys> keys,
        TrustAnchors anchors,
        List<String> statusLists,
        List<String> earlier,
        List<String> lots,
        Instant asOf) {

    public Given {
        keys = List.copyOf(keys);
        statusLists = List.copyOf(statusLists);
        earlier = List.copyOf(earlier);
        lots = List.copyOf(lots);
    }

    /** These keys, at that moment, and nothing else. */
    public static Given keys(List<PublishedKeys> keys, Instant asOf) {
        return new Given(keys, TrustAnchors.none(), List.of(), List.of(), List.of(), asOf);
    }

    public Given withAnchors(TrustAnchors trusted) {
        return new Given(keys, trusted, statusLists, earlier, lots, asOf);
    }

    public Given withStatusLists(List<String> lists) {
        return new Given(keys, anchors, lists, earlier, lots, asOf);
    }

    public Given withEarlier(List<String> tokens) {
        return new Given(keys, anchors, statusLists, tokens, lots, asOf);
    }

    public Given withLots(List<String> tokens) {
        return new Given(keys, anchors, statusLists, earlier, tokens, asOf);
    }

    public Given at(Instant moment) {
        return new Given(keys, anchors, statusLists, earlier, lots, moment);
    }

    Optional<PublishedKeys> keysOf(String issuer) {
        return PublishedKeys.among(keys, issuer);
    }
}
