package dev.denchi.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.denchi.model.signature.SealCertificates;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.jspecify.annotations.Nullable;

/** A certification authority of the tests. */
final class SealAuthority {
    private static final X500Name NAME = new X500Name("CN=Seal CA");

    private static final String SHARED = "test.seal-authority";

    private final KeyPair pair;

    private SealAuthority(KeyPair pair) {
        this.pair = pair;
    }

    /** Whom nobody trusts. */
    static SealAuthority unknown() {
        return new SealAuthority(pair(newKey()));
    }

    /** Whom the service of {@link AnchorsProfile} trusts: made once a test run and shared by all class loaders. */
    static SealAuthority trusted() {
        synchronized (System.getProperties()) {
            String kept = System.getProperty(SHARED);
            ECKey key = kept == null ? newKey() : parsed(kept);
            System.setProperty(SHARED, key.toJSONString());
            return new SealAuthority(pair(key));
        }
    }

    /** Itself. */
    String pem() {
        return SealCertificates.pem(
                List.of(signed(NAME, pair.getPublic(), null, Instant.now().plus(Duration.ofDays(2)))));
    }

    X509Certificate seal(PublicKey key, String did) {
        return seal(key, did, Instant.now().plus(Duration.ofDays(1)));
    }

    X509Certificate seal(PublicKey key, String did, Instant until) {
        return signed(new X500Name("CN=seal"), key, did, until);
    }

    /** What the authority answers to a request. */
    String answer(String request, String did) {
        try (PEMParser parser = new PEMParser(new StringReader(request))) {
            var wanted = new JcaPKCS10CertificationRequest((PKCS10CertificationRequest) parser.readObject());
            return SealCertificates.pem(List.of(seal(wanted.getPublicKey(), did)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate signed(X500Name subject, PublicKey key, @Nullable String did, Instant until) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                            NAME,
                            BigInteger.valueOf(System.nanoTime()),
                            Date.from(Instant.now().minus(Duration.ofDays(2))),
                            Date.from(until),
                            subject,
                            key)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(did == null))
                    .addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(did == null ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
            if (did != null) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, did)));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey parsed(String key) {
        try {
            return ECKey.parse(key);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair(ECKey key) {
        try {
            return key.toKeyPair();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
