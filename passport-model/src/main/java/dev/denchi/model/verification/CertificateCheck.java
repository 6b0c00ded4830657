package dev.denchi.model.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.X509CertUtils;
import dev.denchi.model.signature.PublishedKey;
import dev.denchi.model.trust.TrustAnchors;
import dev.denchi.model.trust.Vouching;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * The certificate that a token carries: it must be the key's and the operator's, good at the time of the record, and, where
 * the verifier has anchors, vouched for. A token whose issuer has published its key needs none.
 */
public record CertificateCheck(String issuer, Instant issuedAt, TrustAnchors anchors) {
    private static final int LONGEST_CHAIN = 8;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;
    private static final int URI = 6;

    /** @param key the key that the issuer has published under the token's key id */
    Check of(JsonNode header, Optional<PublishedKey> key) {
        if (!header.has("x5c") && !header.has("x5t#S256")) {
            return anchors.isEmpty()
                    ? Question.CERTIFICATE.notApplicable("the token has no certificate")
                    : Question.CERTIFICATE.indeterminate("the token has no certificate that an anchor could vouch for");
        }
        try {
            List<X509Certificate> chain = chain(header);
            requireThumbprint(header, chain.get(0));
            return ofChain(chain, key);
        } catch (CertificateException e) {
            return Question.CERTIFICATE.failed(String.valueOf(e.getMessage()));
        }
    }

    /** Of a chain that somebody brings, its own certificate first. */
    public Check ofChain(List<X509Certificate> chain, Optional<PublishedKey> key) {
        try {
            requireFor(key, chain.get(0));
            isGood(chain.get(0));
            return vouched(chain);
        } catch (CertificateException e) {
            return Question.CERTIFICATE.failed(String.valueOf(e.getMessage()));
        }
    }

    /** The key of a certificate that has passed. */
    PublicKey certifiedKey(JsonNode header) {
        try {
            return chain(header).get(0).getPublicKey();
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificates of a header; empty when they are not to be read. */
    static List<X509Certificate> chainOf(JsonNode header) {
        try {
            return chain(header);
        } catch (CertificateException e) {
            return List.of();
        }
    }

    private Check vouched(List<X509Certificate> chain) {
        String name = chain.get(0).getSubjectX500Principal().getName();
        if (anchors.isEmpty()) {
            return Question.CERTIFICATE.notApplicable(name
                    + " fits the key and the issuer; no trust anchors were given, so nobody was asked to vouch for it");
        }
        Vouching vouching = anchors.vouchFor(chain, issuedAt);
        String reason = name + ": " + vouching.reason();
        return switch (vouching.answer()) {
            case YES -> Question.CERTIFICATE.passed(reason);
            case NO -> Question.CERTIFICATE.failed(reason);
            case UNKNOWN -> Question.CERTIFICATE.indeterminate(reason);
        };
    }

    private static List<X509Certificate> chain(JsonNode header) throws CertificateException {
        JsonNode x5c = header.path("x5c");
        if (!x5c.isArray() || x5c.isEmpty() || x5c.size() > LONGEST_CHAIN) {
            throw new CertificateException("x5c is no list of 1 to " + LONGEST_CHAIN + " certificates");
        }
        List<X509Certificate> chain = new ArrayList<>();
        for (JsonNode each : x5c) {
            Base64 der = new Base64(each.asText());
            X509Certificate certificate = X509CertUtils.parse(der.decode());
            if (certificate == null || !Base64.encode(der.decode()).equals(der)) {
                throw new CertificateException("x5c has what is no certificate in base64");
            }
            chain.add(certificate);
        }
        return chain;
    }

    private static void requireThumbprint(JsonNode header, X509Certificate own) throws CertificateException {
        Base64URL thumbprint = X509CertUtils.computeSHA256Thumbprint(own);
        if (!thumbprint.toString().equals(header.path("x5t#S256").textValue())) {
            throw new CertificateException("x5t#S256 is not the thumbprint of the first certificate in x5c");
        }
    }

    private static void requireFor(Optional<PublishedKey> key, X509Certificate own) throws CertificateException {
        if (key.isPresent() && !key.get().isSameKeyAs(own.getPublicKey())) {
            throw new CertificateException(
                    "the certificate is for another key than " + key.get().id());
        }
    }

    private void isGood(X509Certificate own) throws CertificateException {
        own.checkValidity(Date.from(issuedAt));
        boolean[] usage = own.getKeyUsage();
        if (own.getBasicConstraints() >= 0 || (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION])) {
            throw new CertificateException("the certificate is not for signing documents");
        }
        if (!names(own).contains(issuer)) {
            throw new CertificateException(
                    "the certificate does not name " + issuer + " in its subject alternative names");
        }
    }

    private static List<String> names(X509Certificate certificate) throws CertificateParsingException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        return names == null
                ? List.of()
                : names.stream()
                        .filter(name -> Integer.valueOf(URI).equals(name.get(0)))
                        .map(name -> String.valueOf(name.get(1)))
                        .toList();
    }
}
