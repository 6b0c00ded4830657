package dev.denchi.api.provenance;

import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.identifier.OperatorId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What one asker may know of names. He knows himself and whom he traded with; all others have a pseudonym, which is the same in each of his
 * answers and another one in everybody else's, so that two who compare learn nothing.
 *
 * @param asker {@code null} for one who sees every name
 */
record Mask(@Nullable OperatorId asker, Set<OperatorId> partners, byte[] secret) {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int DIGITS = 12;

    Mask {
        partners = Set.copyOf(partners);
        secret = secret.clone();
    }

    boolean knows(OperatorId operator) {
        return asker == null || operator.equals(asker) || partners.contains(operator);
    }

    String operator(OperatorId operator) {
        return knows(operator) ? operator.value() : pseudonym("party", operator.value());
    }

    /** Whatever an operator numbers or calls by a name may give its own name away. */
    String named(String sort, OperatorId operator, String name) {
        return knows(operator) ? name : pseudonym(sort, operator + " " + name);
    }

    String facility(OperatorId operator, FacilityIdentifier facility) {
        return named("site", operator, facility.toString());
    }

    private String pseudonym(String sort, String name) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            byte[] hash = mac.doFinal((asker + "\n" + sort + "\n" + name).getBytes(StandardCharsets.UTF_8));
            return sort + "-" + HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
