package dev.denchi.api.tenant;

import dev.denchi.api.store.issuer.SigningKey;
import dev.denchi.model.format.StrictJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** A key as its operator sees it. */
final class IssuerKeyView {
    private IssuerKeyView() {}

    static Map<String, Object> json(SigningKey key) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", key.id().toString());
        json.put("did", key.did());
        json.put("keyId", key.keyId());
        json.put("jwk", StrictJson.toMap(StrictJson.read(key.jwk())));
        json.put("heldBy", key.custody() == null ? "operator" : "service");
        if (key.custody() != null) {
            json.put("custody", key.custody().kind());
        }
        Page.put(json, "certificates", key.certificates());
        Page.put(json, "signsFrom", key.life().from());
        Page.put(json, "signsUntil", key.life().until());
        Page.put(json, "revokedAt", key.life().revokedAt());
        Page.put(json, "revocationReason", key.life().reason());
        json.put("createdAt", key.createdAt().toString());
        return json;
    }
}
