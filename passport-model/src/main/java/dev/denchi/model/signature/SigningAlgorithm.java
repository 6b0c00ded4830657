package dev.denchi.model.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** The algorithms that sign and verify here (RFC 7518, 3.4; RFC 8037). No other is accepted, whatever a token says. */
public enum SigningAlgorithm {
    ES256("ES256", Curve.P_256, "secp256r1", "SHA256withECDSA"),
    ES384("ES384", Curve.P_384, "secp384r1", "SHA384withECDSA"),
    /** Ed25519 and no other curve. */
    EDDSA("EdDSA", Curve.Ed25519, "Ed25519", "Ed25519") {
        @Override
        boolean verifies(PublicKey key, byte[] input, byte[] signature) throws GeneralSecurityException {
            if (signature.length != ED25519_BYTES) {
                return false;
            }
            Signature verifying = Signature.getInstance("Ed25519", Cryptography.fastest());
            verifying.initVerify(key);
            verifying.update(input);
            return verifying.verify(signature);
        }

        @Override
        Signature signing(PrivateKey key) throws GeneralSecurityException {
            Signature signature = Signature.getInstance("Ed25519", Cryptography.fastest());
            signature.initSign(key);
            return signature;
        }

        @Override
        KeyPair newKeyPair() throws GeneralSecurityException {
            return KeyPairGenerator.getInstance("Ed25519", Cryptography.fastest())
                    .generateKeyPair();
        }
    };

    private static final int ED25519_BYTES = 64;
    private static final int ES256_BYTES = 64;

    private final String jose;
    private final Curve curve;
    private final String curveName;
    private final String jca;

    SigningAlgorithm(String jose, Curve curve, String curveName, String jca) {
        this.jose = jose;
        this.curve = curve;
        this.curveName = curveName;
        this.jca = jca;
    }

    /** The name in {@code alg}. */
    public String jose() {
        return jose;
    }

    public static Optional<SigningAlgorithm> ofJose(String name) {
        return Arrays.stream(values()).filter(each -> each.jose.equals(name)).findFirst();
    }

    /** The algorithm of a key; empty when keys of its type or curve do not sign records. */
    public static Optional<SigningAlgorithm> of(PublicKey key) {
        if (key instanceof ECPublicKey ec) {
            Curve named = Curve.forECParameterSpec(ec.getParams());
            return Arrays.stream(values())
                    .filter(each -> each.curve.equals(named))
                    .findFirst();
        }
        boolean ed25519 = key instanceof EdECPublicKey edwards
                && edwards.getParams().getName().equals(NamedParameterSpec.ED25519.getName());
        return ed25519 ? Optional.of(EDDSA) : Optional.empty();
    }

    /**
     * The key as JWK, without an id.
     *
     * @throws IllegalArgumentException when it is no key of this algorithm
     */
    public JWK jwk(PublicKey key) {
        if (!of(key).equals(Optional.of(this))) {
            throw new IllegalArgumentException("a key of another type or curve than " + jose + " wants");
        }
        if (key instanceof ECPublicKey ec) {
            return new ECKey.Builder(curve, ec).build();
        }
        byte[] x = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getPublicKeyData()
                .getOctets();
        return new OctetKeyPair.Builder(curve, Base64URL.encode(x)).build();
    }

    /** Whether the signature, in JOSE form, was made with that key over that input. */
    boolean verifies(PublicKey key, byte[] input, byte[] signature) throws GeneralSecurityException {
        try {
            // refuses a wrong length, and r or s of zero
            ECDSAVerifier verifier = new ECDSAVerifier((ECPublicKey) key);
            verifier.getJCAContext().setProvider(Cryptography.fastest());
            return verifier.verify(new JWSHeader(JWSAlgorithm.parse(jose)), input, Base64URL.encode(signature));
        } catch (JOSEException e) {
            throw new GeneralSecurityException(e.getMessage(), e);
        }
    }

    /** A signature object that yields JOSE form. It belongs to one thread. */
    Signature signing(PrivateKey key) throws GeneralSecurityException {
        Signature signature = Cryptography.plainEcdsa(jca);
        signature.initSign(key);
        return signature;
    }

    /** Whether it is the SHA-256 of the input that is signed. */
    boolean signsSha256() {
        return this == ES256;
    }

    /** A signature object that takes the SHA-256 of the input, and yields DER. It belongs to one thread. */
    Signature signingSha256(PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("NONEwithECDSA", Cryptography.fastest());
        signature.initSign(key);
        return signature;
    }

    /** The signature in JOSE form. */
    static byte[] ofDer(byte[] signature) throws GeneralSecurityException {
        try {
            return ECDSA.transcodeSignatureToConcat(signature, ES256_BYTES);
        } catch (JOSEException e) {
            throw new GeneralSecurityException(e.getMessage(), e);
        }
    }

    KeyPair newKeyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Cryptography.fastest());
        generator.initialize(new ECGenParameterSpec(curveName));
        return generator.generateKeyPair();
    }

    boolean isOn(Curve other) {
        return curve.equals(other);
    }

    /** The JCA name, as certificates are signed with. */
    public String jca() {
        return jca;
    }
}
