package dev.denchi.model.signature;

import dev.denchi.model.identifier.OperatorId;
import java.net.URI;

/**
 * An economic operator as issuer of records.
 *
 * @param did its did:web identifier; {@code did:web:{host}:operators:{id}} resolves to {@code https://{host}/operators/{id}/did.json}
 * @param name the name in its certificate
 */
public record Issuer(String did, String name) {

    /** The issuer that a service at {@code publicUrl} publishes for an operator. */
    public static Issuer at(URI publicUrl, OperatorId operator, String name) {
        String authority =
                publicUrl.getPort() < 0 ? publicUrl.getHost() : publicUrl.getHost() + "%3A" + publicUrl.getPort();
        return new Issuer("did:web:" + authority + ":operators:" + operator, name);
    }
}
