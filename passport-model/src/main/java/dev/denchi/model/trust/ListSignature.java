package dev.denchi.model.trust;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The enveloped signature of a trusted list (ETSI TS 119 612, 5.7; XML Signature). */
final class ListSignature {
    /** Transforms that leave nothing out but the signature itself. */
    private static final Set<String> WHOLE = Set.of(
            Transform.ENVELOPED,
            CanonicalizationMethod.INCLUSIVE,
            CanonicalizationMethod.EXCLUSIVE,
            "http://www.w3.org/2006/12/xml-c14n11");

    private ListSignature() {}

    /** @throws IllegalArgumentException unless that certificate's key signed the whole list */
    static void check(Element root, X509Certificate schemeOperator) {
        List<Element> signatures = children(root, XMLSignature.XMLNS, "Signature");
        if (signatures.size() != 1) {
            throw new IllegalArgumentException("the trusted list has not one signature");
        }
        // the key comes from the caller; what the signature says of its own key is not looked at
        DOMValidateContext context = new DOMValidateContext(
                KeySelector.singletonKeySelector(schemeOperator.getPublicKey()), signatures.get(0));
        context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.TRUE);
        markIds(context, root);
        try {
            XMLSignature signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            if (!signature.validate(context)) {
                throw new IllegalArgumentException("the trusted list is not signed by "
                        + schemeOperator.getSubjectX500Principal().getName());
            }
            if (signature.getSignedInfo().getReferences().stream().noneMatch(each -> isOfAll(each, root))) {
                throw new IllegalArgumentException("the signature is not over the whole trusted list");
            }
        } catch (MarshalException | XMLSignatureException e) {
            throw new IllegalArgumentException("the trusted list's signature cannot be checked: " + e.getMessage(), e);
        }
    }

    private static boolean isOfAll(Reference reference, Element root) {
        String id = root.getAttribute("Id");
        boolean toRoot = "".equals(reference.getURI()) || (!id.isEmpty() && ("#" + id).equals(reference.getURI()));
        return toRoot
                && reference.getTransforms().stream().allMatch(transform -> WHOLE.contains(transform.getAlgorithm()));
    }

    private static void markIds(DOMValidateContext context, Element root) {
        NodeList all = root.getElementsByTagName("*");
        IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .map(Element.class::cast)
                .filter(element -> element.hasAttribute("Id"))
                .forEach(element -> context.setIdAttributeNS(element, null, "Id"));
        if (root.hasAttribute("Id")) {
            context.setIdAttributeNS(root, null, "Id");
        }
    }

    private static List<Element> children(Element parent, String namespace, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> namespace.equals(child.getNamespaceURI()) && name.equals(child.getLocalName()))
                .toList();
    }
}
