package dev.denchi.model.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * Certificates for the keys that seal records: each binds a key to the issuer's name and DID. One that nobody else vouches for does so
 * until a certification authority's takes its place, for which there is a request.
 */
public final class SealCertificates {
    private static final Duration LIFETIME = Duration.ofDays(3 * 365);

    private SealCertificates() {}

    static X509Certificate selfSigned(Issuer issuer, SigningAlgorithm algorithm, KeyPair pair, Instant now)
            throws GeneralSecurityException {
        try {
            ContentSigner signer = new JcaContentSignerBuilder(algorithm.jca())
                    .setProvider(Cryptography.fastest())
                    .build(pair.getPrivate());
            return selfSigned(issuer, pair.getPublic(), signer, now);
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("no certificate for " + issuer.did(), e);
        }
    }

    /** @param signer with the key itself */
    public static X509Certificate selfSigned(Issuer issuer, PublicKey key, ContentSigner signer, Instant now)
            throws GeneralSecurityException {
        X500Name name = name(issuer);
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.valueOf(now.toEpochMilli()),
                    Date.from(now),
                    Date.from(now.plus(LIFETIME)),
                    name,
                    key);
            Extensions extensions = extensions(issuer);
            for (var each : extensions.getExtensionOIDs()) {
                builder.addExtension(extensions.getExtension(each));
            }
            return new JcaX509CertificateConverter()
                    .setProvider(Cryptography.BOUNCY_CASTLE)
                    .getCertificate(builder.build(signer));
        } catch (IOException e) {
            throw new GeneralSecurityException("no certificate for " + issuer.did(), e);
        }
    }

    /** A request (PKCS #10, RFC 2986) in PEM, with the extensions that the certificate is to have. */
    public static String request(Issuer issuer, PublicKey key, ContentSigner signer) throws GeneralSecurityException {
        try {
            return pem(new JcaPKCS10CertificationRequestBuilder(name(issuer), key)
                    .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions(issuer))
                    .build(signer));
        } catch (IOException e) {
            throw new GeneralSecurityException("no certificate request for " + issuer.did(), e);
        }
    }

    /** A chain in PEM, in its order. */
    public static String pem(List<X509Certificate> chain) {
        try {
            return pem(chain.toArray());
        } catch (IOException e) {
            throw new IllegalArgumentException("a certificate cannot be encoded", e);
        }
    }

    /**
     * The certificates of a PEM text, in its order.
     *
     * @throws GeneralSecurityException when there is none, or what is no certificate
     */
    public static List<X509Certificate> ofPem(String pem) throws GeneralSecurityException {
        List<X509Certificate> chain = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
        if (chain.isEmpty()) {
            throw new GeneralSecurityException("there is no certificate in PEM");
        }
        return chain;
    }

    private static String pem(Object... objects) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object each : objects) {
                writer.writeObject(each);
            }
        }
        return text.toString();
    }

    private static X500Name name(Issuer issuer) {
        return new X500NameBuilder()
                .addRDN(BCStyle.O, issuer.name())
                .addRDN(BCStyle.CN, issuer.name() + " battery passport seal")
                .build();
    }

    private static Extensions extensions(Issuer issuer) throws IOException {
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        extensions.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        extensions.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, issuer.did())));
        return extensions.generate();
    }
}
