package dev.denchi.model.trust;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;

/** A trusted list with one service, as ETSI TS 119 612 has it, and its signature. */
final class TestTrustedList {
    private static final String TYPE = "http://uri.etsi.org/TrstSvc/Svctype/";
    private static final String STATUS = "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/";

    private TestTrustedList() {}

    /** Granted from 2026-02-01 on, withdrawn from 2026-08-01 on; next update 2027-01-01. */
    static byte[] withdrawn(X509Certificate service) {
        return list(
                service, "CA/QC", "withdrawn", "2026-08-01T00:00:00Z", history("granted", "2026-02-01T00:00:00Z"), "");
    }

    /** Granted from 2026-02-01 on; next update 2027-01-01. */
    static byte[] granted(X509Certificate service) {
        return granted(service, "CA/QC", "");
    }

    static byte[] granted(X509Certificate service, String type, String purpose) {
        return list(service, type, "granted", "2026-02-01T00:00:00Z", "", purpose);
    }

    private static byte[] list(
            X509Certificate service, String type, String status, String since, String history, String purpose) {
        String extension = purpose.isEmpty()
                ? ""
                : "<ServiceInformationExtensions><Extension Critical=\"true\"><AdditionalServiceInformation><URI>"
                        + "http://uri.etsi.org/TrstSvc/TrustedList/SvcInfoExt/" + purpose
                        + "</URI></AdditionalServiceInformation></Extension></ServiceInformationExtensions>";
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <TrustServiceStatusList xmlns="http://uri.etsi.org/02231/v2#" Id="list">
                 <SchemeInformation><SchemeTerritory>XT</SchemeTerritory>
                  <ListIssueDateTime>2026-09-01T00:00:00Z</ListIssueDateTime>
                  <NextUpdate><dateTime>2027-01-01T00:00:00Z</dateTime></NextUpdate></SchemeInformation>
                 <TrustServiceProviderList><TrustServiceProvider><TSPServices><TSPService>
                  <ServiceInformation><ServiceTypeIdentifier>%s</ServiceTypeIdentifier>
                   <ServiceDigitalIdentity><DigitalId><X509Certificate>%s</X509Certificate></DigitalId></ServiceDigitalIdentity>
                   <ServiceStatus>%s</ServiceStatus><StatusStartingTime>%s</StatusStartingTime>%s
                  </ServiceInformation>%s
                 </TSPService></TSPServices></TrustServiceProvider></TrustServiceProviderList>
                </TrustServiceStatusList>
                """.formatted(TYPE + type, base64(service), STATUS + status, since, extension, history)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String history(String status, String since) {
        return "<ServiceHistory><ServiceHistoryInstance><ServiceTypeIdentifier>" + TYPE
                + "CA/QC</ServiceTypeIdentifier><ServiceStatus>" + STATUS + status
                + "</ServiceStatus><StatusStartingTime>"
                + since + "</StatusStartingTime></ServiceHistoryInstance></ServiceHistory>";
    }

    static byte[] signed(byte[] xml, TestAuthority operator, String reference) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
            document.getDocumentElement().setIdAttribute("Id", true);
            XMLSignatureFactory signatures = XMLSignatureFactory.getInstance("DOM");
            Reference whole = signatures.newReference(
                    reference,
                    signatures.newDigestMethod(DigestMethod.SHA256, null),
                    List.of(
                            signatures.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                            signatures.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
                    null,
                    null);
            var info = signatures.newSignedInfo(
                    signatures.newCanonicalizationMethod(
                            CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                    signatures.newSignatureMethod("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", null),
                    List.of(whole));
            signatures
                    .newXMLSignature(info, null)
                    .sign(new DOMSignContext(operator.pair().getPrivate(), document.getDocumentElement()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
