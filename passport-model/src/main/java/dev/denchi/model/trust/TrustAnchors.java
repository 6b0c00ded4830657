package dev.denchi.model.trust;

import dev.denchi.model.trust.Vouching.Answer;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The certificates that a verifier trusts to vouch for others, as configured by whoever runs it. */
public final class TrustAnchors {
    private static final TrustAnchors NONE = new TrustAnchors(List.of());
    private static final String NOT_ASKED = "; whether a certificate was revoked was not asked (offline)";

    private final List<TrustAnchor> anchors;

    private TrustAnchors(List<TrustAnchor> anchors) {
        this.anchors = List.copyOf(anchors);
    }

    public static TrustAnchors none() {
        return NONE;
    }

    /**
     * The certificates of a PEM file, trusted for all times.
     *
     * @throws IllegalArgumentException when there is none in it
     */
    public static TrustAnchors ofPem(byte[] pem) {
        try {
            var certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException("there is no certificate in the PEM file");
            }
            return new TrustAnchors(certificates.stream()
                    .map(X509Certificate.class::cast)
                    .map(certificate -> new TrustAnchor(certificate, "configuration", null, null, false))
                    .toList());
        } catch (CertificateException e) {
            throw new IllegalArgumentException("this is no PEM file of certificates: " + e.getMessage(), e);
        }
    }

    /**
     * The services of an EU trusted list (ETSI TS 119 612) that issue certificates, each trusted for when it was granted.
     *
     * @param schemeOperator the certificate that must have signed the list; {@code null} when the file itself is trusted
     * @throws IllegalArgumentException when it is no such list, or not signed so
     */
    public static TrustAnchors ofTrustedList(byte[] xml, @Nullable X509Certificate schemeOperator) {
        return new TrustAnchors(TrustedList.read(xml, schemeOperator));
    }

    /** Both together. */
    public TrustAnchors and(TrustAnchors others) {
        return new TrustAnchors(
                Stream.concat(anchors.stream(), others.anchors.stream()).toList());
    }

    public boolean isEmpty() {
        return anchors.isEmpty();
    }

    /** How many certificates are trusted, for whatever time. */
    public int size() {
        return anchors.size();
    }

    /** Whether an anchor vouches for the first certificate of {@code chain} at that time (RFC 5280, 6). */
    public Vouching vouchFor(List<X509Certificate> chain, Instant at) {
        Set<java.security.cert.TrustAnchor> trusted = new HashSet<>();
        for (TrustAnchor anchor : anchors) {
            if (anchor.isTrustedAt(at)) {
                if (anchor.certificate().equals(chain.get(0))) {
                    return new Vouching(Answer.YES, "the certificate itself is an anchor, by " + anchor.source());
                }
                trusted.add(new java.security.cert.TrustAnchor(anchor.certificate(), null));
            }
        }
        try {
            return new Vouching(Answer.YES, voucher(chain, trusted, at) + NOT_ASKED);
        } catch (CertPathValidatorException e) {
            return anchors.stream().anyMatch(anchor -> anchor.mayBeTrustedAt(at))
                    ? new Vouching(
                            Answer.UNKNOWN, "the trusted list says nothing yet about " + at + "; take a newer one")
                    : new Vouching(Answer.NO, "no anchor vouches for the chain at " + at + ": " + e.getMessage());
        } catch (GeneralSecurityException e) {
            return new Vouching(Answer.NO, "the chain cannot be checked: " + e.getMessage());
        }
    }

    private String voucher(List<X509Certificate> chain, Set<java.security.cert.TrustAnchor> trusted, Instant at)
            throws GeneralSecurityException {
        if (trusted.isEmpty()) {
            throw new CertPathValidatorException("there is no anchor for that time");
        }
        PKIXParameters parameters = new PKIXParameters(trusted);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(upToAnchor(chain, trusted));
        var found = (PKIXCertPathValidatorResult)
                CertPathValidator.getInstance("PKIX").validate(path, parameters);
        X509Certificate anchor = found.getTrustAnchor().getTrustedCert();
        return anchors.stream()
                .filter(each -> each.certificate().equals(anchor))
                .findFirst()
                .map(each -> "chain to " + each.name() + ", by " + each.source())
                .orElseThrow();
    }

    /** A chain that brings its anchor along ends before it: an anchor is not judged again. */
    private static List<X509Certificate> upToAnchor(
            List<X509Certificate> chain, Set<java.security.cert.TrustAnchor> trusted) {
        List<X509Certificate> path = new ArrayList<>();
        for (X509Certificate certificate : chain) {
            if (trusted.stream().anyMatch(anchor -> Objects.equals(anchor.getTrustedCert(), certificate))) {
                break;
            }
            path.add(certificate);
        }
        return path;
    }
}
