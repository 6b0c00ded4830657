package dev.denchi.model.signature;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.X509CertUtils;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Makes JSON Web Signatures in compact form with one key; its header is written once. */
public final class JwsSigning {
    private final Signer signer;
    /** With its dot. */
    private final byte[] header;

    /** @param typ what is signed, such as {@code vc+sd-jwt} */
    public JwsSigning(Signer signer, String typ) {
        this.signer = signer;
        this.header = (header(signer, typ).toBase64URL() + ".").getBytes(StandardCharsets.ISO_8859_1);
    }

    public static CompletionStage<String> sign(Signer signer, String typ, byte[] payload) {
        return new JwsSigning(signer, typ).sign(payload);
    }

    public CompletionStage<String> sign(byte[] payload) {
        byte[] encoded = Base64Url.bytes(payload);
        byte[] input = input(encoded, encoded.length);
        return signer.sign(input)
                .thenApply(signature ->
                        new String(input, StandardCharsets.ISO_8859_1) + "." + Base64Url.encode(signature));
    }

    /**
     * What is signed: the header and the payload as they stand in the compact form.
     *
     * @param encoded begins with the payload in base64url
     * @param count how much of it that is
     */
    public byte[] input(byte[] encoded, int count) {
        byte[] input = Arrays.copyOf(header, header.length + count);
        System.arraycopy(encoded, 0, input, header.length, count);
        return input;
    }

    /**
     * The signature over an {@link #input}.
     *
     * @param sha256 of the input
     */
    public CompletionStage<byte[]> signature(byte[] input, byte[] sha256) {
        return signer.sign(input, sha256);
    }

    private static JWSHeader header(Signer signer, String typ) {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.parse(signer.algorithm()))
                .type(new JOSEObjectType(typ))
                .contentType("vc")
                .keyID(signer.keyId());
        if (!signer.certificates().isEmpty()) {
            List<Base64> chain =
                    signer.certificates().stream().map(JwsSigning::der).toList();
            header.x509CertChain(chain)
                    .x509CertSHA256Thumbprint(X509CertUtils.computeSHA256Thumbprint(
                            signer.certificates().get(0)));
        }
        return header.build();
    }

    private static Base64 der(X509Certificate certificate) {
        try {
            return Base64.encode(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("the signing key's certificate cannot be encoded", e);
        }
    }
}
