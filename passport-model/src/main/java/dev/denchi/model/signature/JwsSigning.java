package dev.denchi.model.signature;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.X509CertUtils;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Makes JSON Web Signatures in compact form with one key; its header is written once. */
public final class JwsSigning {
    private final Signer signer;
    /** With its dot. */
    private final byte[] header;
    /** Of the header, which a certificate chain makes a third of what is signed. */
    private final MessageDigest begun = Sha256.digest();

    /** @param typ what is signed, such as {@code vc+sd-jwt} */
    public JwsSigning(Signer signer, String typ) {
        this.signer = signer;
        this.header = (header(signer, typ).toBase64URL() + ".").getBytes(StandardCharsets.ISO_8859_1);
        begun.update(header);
    }

    public static CompletionStage<String> sign(Signer signer, String typ, byte[] payload) {
        return new JwsSigning(signer, typ).sign(payload);
    }

    public CompletionStage<String> sign(byte[] payload) {
        byte[] encoded = Base64Url.bytes(payload);
        byte[] input = new byte[header.length + encoded.length];
        put(encoded, encoded.length, input);
        return signer.sign(input)
                .thenApply(signature ->
                        new String(input, StandardCharsets.ISO_8859_1) + "." + Base64Url.encode(signature));
    }

    /** How long what is signed is, with a payload of so many characters. */
    public int length(int payload) {
        return header.length + payload;
    }

    /**
     * Puts what is signed into the beginning of {@code room}: the header and the payload as they stand in the compact form.
     *
     * @param payload begins with the payload in base64url
     * @param count how much of it that is
     */
    public void put(byte[] payload, int count, byte[] room) {
        System.arraycopy(header, 0, room, 0, header.length);
        System.arraycopy(payload, 0, room, header.length, count);
    }

    /** The SHA-256 of what is signed, which can take more. The header went into it before, once for all that this signs. */
    public MessageDigest hashing(byte[] payload, int count) {
        MessageDigest hash = Sha256.copy(begun);
        hash.update(payload, 0, count);
        return hash;
    }

    /**
     * The signature over what was {@link #put}.
     *
     * @param input gives it, until this has returned
     * @param sha256 of it
     */
    public CompletionStage<byte[]> signature(Supplier<byte[]> input, byte[] sha256) {
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
