package dev.denchi.model.signature;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate for a key nobody else vouches for yet: it binds the key to the issuer's name and DID until a seal certificate takes its place. */
final class SelfSignedCertificate {
    private static final Duration LIFETIME = Duration.ofDays(3 * 365);

    private SelfSignedCertificate() {}

    static X509Certificate of(Issuer issuer, SigningAlgorithm algorithm, KeyPair pair, Instant now)
            throws GeneralSecurityException {
        X500Name name = new X500NameBuilder()
                .addRDN(BCStyle.O, issuer.name())
                .addRDN(BCStyle.CN, issuer.name() + " battery passport seal")
                .build();
        try {
            var builder = new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.valueOf(now.toEpochMilli()),
                            Date.from(now),
                            Date.from(now.plus(LIFETIME)),
                            name,
                            pair.getPublic())
                    .addExtension(
                            Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                    .addExtension(
                            Extension.subjectAlternativeName,
                            false,
                            new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, issuer.did())));
            var signer = new JcaContentSignerBuilder(algorithm.jca())
                    .setProvider(Cryptography.fastest())
                    .build(pair.getPrivate());
            return new JcaX509CertificateConverter()
                    .setProvider(Cryptography.BOUNCY_CASTLE)
                    .getCertificate(builder.build(signer));
        } catch (OperatorCreationException | CertIOException e) {
            throw new GeneralSecurityException("no certificate for " + issuer.did(), e);
        }
    }
}
