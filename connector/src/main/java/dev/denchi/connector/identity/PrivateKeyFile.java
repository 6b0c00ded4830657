package dev.denchi.connector.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import org.eclipse.edc.spi.EdcException;

/** A P-256 private key in a JWK file. A key without a name is named by its thumbprint. */
public final class PrivateKeyFile {

    private PrivateKeyFile() {}

    public static ECKey read(Path file) {
        try {
            var key = ECKey.parse(Files.readString(file));
            if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve())) {
                throw new EdcException("%s does not hold a private P-256 key".formatted(file));
            }
            return key.getKeyID() != null
                    ? key
                    : new ECKey.Builder(key).keyIDFromThumbprint().build();
        } catch (IOException | ParseException | JOSEException e) {
            // never the file's content: it is a secret
            throw new EdcException("%s cannot be read as a private JWK".formatted(file), e);
        }
    }
}
