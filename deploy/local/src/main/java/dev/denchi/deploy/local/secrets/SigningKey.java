package dev.denchi.deploy.local.secrets;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Path;
import java.text.ParseException;

/** An ES256 key pair kept as a private JWK. */
public record SigningKey(Path privateFile, ECKey jwk) {

    /** The pair of that name, made on the first call. Its key id is the thumbprint of the public key. */
    public static SigningKey kept(SecretFiles files, String name) {
        String file = name + ".jwk";
        try {
            return new SigningKey(files.path(file), ECKey.parse(files.kept(file, SigningKey::made)));
        } catch (ParseException e) {
            throw new IllegalStateException(files.path(file) + " is not a JWK; remove it and a new one is made", e);
        }
    }

    public ECKey publicJwk() {
        return jwk.toPublicJWK();
    }

    private static String made() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK makes no P-256 keys", e);
        }
    }
}
