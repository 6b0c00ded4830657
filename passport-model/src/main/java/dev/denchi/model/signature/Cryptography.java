package dev.denchi.model.signature;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The libraries that sign: Amazon's Corretto Crypto Provider where its native part loads, Bouncy Castle elsewhere. The JDK's
 * own is never used: on Java 17 it is five to forty times slower than either.
 */
final class Cryptography {
    static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private static final Provider CORRETTO = AmazonCorrettoCryptoProvider.INSTANCE;
    private static final boolean CORRETTO_WORKS = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null;

    private Cryptography() {}

    /** ECDSA that yields r and s side by side, as JOSE wants them, not in DER. */
    static Signature plainEcdsa(String jca) throws GeneralSecurityException {
        return CORRETTO_WORKS
                ? Signature.getInstance(jca + "inP1363Format", CORRETTO)
                : Signature.getInstance(jca.replace("with", "withPLAIN-"), BOUNCY_CASTLE);
    }

    /** For verifying and for making keys. */
    static Provider fastest() {
        return CORRETTO_WORKS ? CORRETTO : BOUNCY_CASTLE;
    }
}
