package dev.denchi.model.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A trusted list of an EU member state (ETSI TS 119 612): which services issued certificates under supervision, and when. */
final class TrustedList {
    private static final String NAMESPACE = "http://uri.etsi.org/02231/v2#";
    private static final String SERVICE = "http://uri.etsi.org/TrstSvc/Svctype/CA/";
    private static final Set<String> ISSUING = Set.of(SERVICE + "QC", SERVICE + "PKC");
    private static final String STATUS = "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/";
    private static final Set<String> GRANTED = Set.of(STATUS + "granted", STATUS + "recognisedatnationallevel");
    private static final String PURPOSE = "http://uri.etsi.org/TrstSvc/TrustedList/SvcInfoExt/For";
    private static final Set<String> SIGNING = Set.of(PURPOSE + "eSeals", PURPOSE + "eSignatures");
    private static final int LONGEST = 32 * 1024 * 1024;

    private TrustedList() {}

    static List<TrustAnchor> read(byte[] xml, @Nullable X509Certificate schemeOperator) {
        Document document = parsed(xml);
        Element root = document.getDocumentElement();
        if (!NAMESPACE.equals(root.getNamespaceURI()) || !"TrustServiceStatusList".equals(root.getLocalName())) {
            throw new IllegalArgumentException("this is no trusted list of ETSI TS 119 612");
        }
        if (schemeOperator != null) {
            ListSignature.check(root, schemeOperator);
        }
        String territory = text(root, "SchemeTerritory");
        Instant nextUpdate = nextUpdate(root);
        return elements(root.getElementsByTagNameNS(NAMESPACE, "TSPService"))
                .flatMap(service -> anchors(service, "the trusted list of " + territory, nextUpdate).stream())
                .toList();
    }

    private static List<TrustAnchor> anchors(Element service, String source, @Nullable Instant nextUpdate) {
        Element information = child(service, "ServiceInformation");
        if (!isForSigning(information)) {
            return List.of();
        }
        List<X509Certificate> certificates = certificates(information);
        List<Element> states = Stream.concat(
                        Stream.of(information),
                        elements(service.getElementsByTagNameNS(NAMESPACE, "ServiceHistoryInstance")))
                .toList();
        List<TrustAnchor> anchors = new ArrayList<>();
        Instant until = nextUpdate;
        for (int i = 0; i < states.size(); i++) {
            Instant from = instant(text(states.get(i), "StatusStartingTime"));
            if (isGranted(states.get(i))) {
                for (X509Certificate certificate : certificates) {
                    anchors.add(new TrustAnchor(certificate, source, from, until, i > 0));
                }
            }
            until = from;
        }
        return anchors;
    }

    private static boolean isGranted(Element state) {
        return ISSUING.contains(text(state, "ServiceTypeIdentifier")) && GRANTED.contains(text(state, "ServiceStatus"));
    }

    /** A service that says what for must say seals or signatures: one for web sites alone vouches for no record. */
    private static boolean isForSigning(Element information) {
        List<String> purposes = elements(information.getElementsByTagNameNS(NAMESPACE, "URI"))
                .map(uri -> uri.getTextContent().strip())
                .filter(uri -> uri.startsWith(PURPOSE))
                .toList();
        return purposes.isEmpty() || purposes.stream().anyMatch(SIGNING::contains);
    }

    private static List<X509Certificate> certificates(Element information) {
        return elements(child(information, "ServiceDigitalIdentity")
                        .getElementsByTagNameNS(NAMESPACE, "X509Certificate"))
                .map(TrustedList::certificate)
                .toList();
    }

    private static X509Certificate certificate(Element element) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(element.getTextContent());
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new IllegalArgumentException("the trusted list has an unreadable certificate", e);
        }
    }

    private static @Nullable Instant nextUpdate(Element root) {
        String text = text(root, "NextUpdate");
        return text.isEmpty() ? null : instant(text);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("the trusted list has no moment in \"" + text + "\"", e);
        }
    }

    private static Element child(Element parent, String name) {
        return elements(parent.getElementsByTagNameNS(NAMESPACE, name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the trusted list has a service without " + name));
    }

    private static String text(Element parent, String name) {
        return elements(parent.getElementsByTagNameNS(NAMESPACE, name))
                .findFirst()
                .map(element -> element.getTextContent().strip())
                .orElse("");
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
    }

    /** Without a document type there are no entities: nothing is fetched, and nothing grows while it is read. */
    private static Document parsed(byte[] xml) {
        if (xml.length > LONGEST) {
            throw new IllegalArgumentException("the trusted list is longer than " + LONGEST + " bytes");
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (SAXException | IOException e) {
            throw new IllegalArgumentException("the trusted list is unreadable: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
