package dev.denchi.model.custody;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import dev.denchi.model.signature.Issuer;
import dev.denchi.model.signature.SealCertificates;
import dev.denchi.model.signature.Signer;
import dev.denchi.model.signature.SigningAlgorithm;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;

/** What is signed for a certificate with a key that nobody but its custody has. */
public final class Sealing {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Sealing() {}

    /** What a certification authority wants (PKCS #10, RFC 2986), in PEM. Waits for the signature. */
    public static String request(Issuer issuer, PublicKey key, Signer signer) throws GeneralSecurityException {
        return SealCertificates.request(issuer, key, new Der(algorithm(signer), signer));
    }

    /** A certificate for a key nobody else vouches for yet. Waits for the signature. */
    public static X509Certificate selfSigned(Issuer issuer, PublicKey key, Signer signer, Instant now)
            throws GeneralSecurityException {
        return SealCertificates.selfSigned(issuer, key, new Der(algorithm(signer), signer), now);
    }

    private static SigningAlgorithm algorithm(Signer signer) {
        return SigningAlgorithm.ofJose(signer.algorithm()).orElseThrow();
    }

    /** X.509 has ECDSA in DER, JOSE has r and s side by side. */
    private static final class Der implements ContentSigner {
        private final SigningAlgorithm algorithm;
        private final Signer signer;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        private Der(SigningAlgorithm algorithm, Signer signer) {
            this.algorithm = algorithm;
            this.signer = signer;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm.jca());
        }

        @Override
        public OutputStream getOutputStream() {
            return content;
        }

        @Override
        public byte[] getSignature() {
            try {
                byte[] signature = signer.sign(content.toByteArray())
                        .toCompletableFuture()
                        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                return algorithm == SigningAlgorithm.EDDSA ? signature : ECDSA.transcodeSignatureToDER(signature);
            } catch (ExecutionException | TimeoutException | JOSEException e) {
                throw new IllegalStateException(signer.keyId() + " did not sign", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(signer.keyId() + " did not sign", e);
            }
        }
    }
}
