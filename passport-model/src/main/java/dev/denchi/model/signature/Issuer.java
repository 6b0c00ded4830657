package dev.denchi.model.signature;

import dev.denchi.model.identifier.OperatorId;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An economic operator as issuer of records.
 *
 * @param did its did:web identifier; {@code did:web:{host}:operators:{id}} resolves to {@code https://{host}/operators/{id}/did.json}
 * @param name the name in its certificate
 */
public record Issuer(String did, String name) {

    private static final String OPERATORS = ":operators:";
    private static final Pattern STATUS_LIST = Pattern.compile("/operators/([^/:]+)/status/.+");

    /** The operator whose DID that is, where a service published it as below. */
    public static Optional<OperatorId> operatorOf(String did) {
        int at = did.lastIndexOf(OPERATORS);
        try {
            return did.startsWith("did:web:") && at > 0
                    ? Optional.of(new OperatorId(did.substring(at + OPERATORS.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The DID of the operator under whose address a status list stands: {@code https://{host}/operators/{id}/status/…} is that of
     * {@code did:web:{host}:operators:{id}} and of nobody else. Empty for an address of another form.
     */
    public static Optional<String> keeperOf(URI statusList) {
        Matcher path = STATUS_LIST.matcher(String.valueOf(statusList.getRawPath()));
        boolean isPlain = statusList.getHost() != null
                && statusList.getRawUserInfo() == null
                && statusList.getRawQuery() == null
                && statusList.getRawFragment() == null
                && statusList.normalize().equals(statusList);
        return isPlain && path.matches()
                ? operatorOf(namespace(statusList) + path.group(1)).map(operator -> namespace(statusList) + operator)
                : Optional.empty();
    }

    /** The issuer that a service at {@code publicUrl} publishes for an operator. */
    public static Issuer at(URI publicUrl, OperatorId operator, String name) {
        return new Issuer(namespace(publicUrl) + operator, name);
    }

    /** What the DID of every issuer begins with that a service at {@code publicUrl} publishes. */
    public static String namespace(URI publicUrl) {
        String authority =
                publicUrl.getPort() < 0 ? publicUrl.getHost() : publicUrl.getHost() + "%3A" + publicUrl.getPort();
        return "did:web:" + authority + OPERATORS;
    }
}
