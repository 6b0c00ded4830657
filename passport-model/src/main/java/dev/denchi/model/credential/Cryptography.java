package dev.denchi.model.credential;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The libraries that sign: Amazon's Corretto Crypto Provider where its native part loads, Bouncy Castle elsewhere. The JDK's
 * own ECDSA is never used: on Java 17 it is five to twenty times slower than either.
 */
final class Cryptography {
    static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private static final Provider CORRETTO = AmazonCorrettoCryptoProvider.INSTANCE;
    private static final boolean CORRETTO_WORKS = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null;

    private Cryptography() {}

    /** An ES256 signature object that yields the 64 bytes of JOSE. It belongs to one thread. */
    static Signature es256(PrivateKey key) throws GeneralSecurityException {
        Signature signature = CORRETTO_WORKS
                ? Signature.getInstance("SHA256withECDSAinP1363Format", CORRETTO)
                : Signature.getInstance("SHA256withPLAIN-ECDSA", BOUNCY_CASTLE);
        signature.initSign(key);
        return signature;
    }

    /** For verifying and for making keys. */
    static Provider fastest() {
        return CORRETTO_WORKS ? CORRETTO : BOUNCY_CASTLE;
    }
}
