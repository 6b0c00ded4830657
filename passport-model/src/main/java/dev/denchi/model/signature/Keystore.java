package dev.denchi.model.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The signing keys that a service keeps for its operators, in a PKCS#12 file: one key and its certificate an issuer.
 * For development and small sites; production signs with a key service behind {@link Signer}.
 */
public final class Keystore {
    private final Path file;
    private final char[] password;
    private final KeyStore keys;

    private Keystore(Path file, char[] password, KeyStore keys) {
        this.file = file;
        this.password = password;
        this.keys = keys;
    }

    /**
     * Opens the file, or starts an empty one in its place.
     *
     * @throws GeneralSecurityException when the password is wrong or the file is no PKCS#12 store
     */
    public static Keystore open(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        if (Files.exists(file)) {
            load(keys, Files.readAllBytes(file), password);
        } else {
            keys.load(null, password);
        }
        return new Keystore(file, password.clone(), keys);
    }

    /** The issuer's key, made for ES256 and kept on first use. */
    public IssuerKey keyOf(Issuer issuer, Instant now) throws IOException, GeneralSecurityException {
        return keyOf(issuer, SigningAlgorithm.ES256, now);
    }

    /** The issuer's key; on first use one of that algorithm is made and kept. What is kept stays what it is. */
    public synchronized IssuerKey keyOf(Issuer issuer, SigningAlgorithm algorithm, Instant now)
            throws IOException, GeneralSecurityException {
        String alias = issuer.did();
        if (!keys.containsAlias(alias)) {
            KeyPair pair = algorithm.newKeyPair();
            X509Certificate certificate = SealCertificates.selfSigned(issuer, algorithm, pair, now);
            keys.setKeyEntry(alias, pair.getPrivate(), password, new Certificate[] {certificate});
            saveOrForget(alias);
        }
        return issuerKey(issuer, (PrivateKey) keys.getKey(alias, password), chain(alias));
    }

    /**
     * Makes a key under a name. The file is read again first: another process may have made some meanwhile.
     *
     * @return a certificate that says nothing but the key: the file's format wants one
     * @throws GeneralSecurityException when the name is taken
     */
    public synchronized X509Certificate make(String name, SigningAlgorithm algorithm)
            throws IOException, GeneralSecurityException {
        reload();
        if (keys.containsAlias(name)) {
            throw new GeneralSecurityException("there is a key " + name + " already");
        }
        KeyPair pair = algorithm.newKeyPair();
        Issuer nobody = new Issuer("urn:denchi:key:" + name, name);
        X509Certificate certificate = SealCertificates.selfSigned(nobody, algorithm, pair, Instant.now());
        keys.setKeyEntry(name, pair.getPrivate(), password, new Certificate[] {certificate});
        saveOrForget(name);
        return certificate;
    }

    /** The certificates kept with a key, its own first; empty when there is no such key. */
    public synchronized Optional<List<X509Certificate>> certificates(String name)
            throws IOException, GeneralSecurityException {
        if (!keys.containsAlias(name)) {
            reload();
        }
        return keys.containsAlias(name) ? Optional.of(chain(name)) : Optional.empty();
    }

    /** @throws GeneralSecurityException when there is no such key */
    public synchronized Signer signer(String name) throws IOException, GeneralSecurityException {
        X509Certificate certificate = certificates(name)
                .orElseThrow(() -> new GeneralSecurityException("there is no key " + name + " in the keystore"))
                .get(0);
        return new KeystoreSigner(
                algorithmOf(name, certificate.getPublicKey()),
                name,
                (PrivateKey) keys.getKey(name, password),
                List.of());
    }

    private void reload() throws IOException, GeneralSecurityException {
        if (Files.exists(file)) {
            load(keys, Files.readAllBytes(file), password);
        }
    }

    private List<X509Certificate> chain(String alias) throws GeneralSecurityException {
        return Arrays.stream(keys.getCertificateChain(alias))
                .map(X509Certificate.class::cast)
                .toList();
    }

    private static SigningAlgorithm algorithmOf(String whose, PublicKey key) throws GeneralSecurityException {
        return SigningAlgorithm.of(key)
                .orElseThrow(() -> new GeneralSecurityException(
                        "the key of " + whose + " is for none of " + List.of(SigningAlgorithm.values())));
    }

    private static void load(KeyStore keys, byte[] stored, char[] password) throws GeneralSecurityException {
        try {
            keys.load(new ByteArrayInputStream(stored), password);
        } catch (IOException e) {
            throw new GeneralSecurityException("the password is wrong or the file is no PKCS#12 store", e);
        }
    }

    private static IssuerKey issuerKey(Issuer issuer, PrivateKey key, List<X509Certificate> chain)
            throws GeneralSecurityException {
        PublicKey certified = chain.get(0).getPublicKey();
        SigningAlgorithm algorithm = algorithmOf(issuer.did(), certified);
        PublishedKey published = PublishedKey.of(issuer.did(), certified);
        return new IssuerKey(new KeystoreSigner(algorithm, published.id(), key, chain), published.jwk());
    }

    /** A key that could not be kept must never sign: after the next start nobody could publish it. */
    private void saveOrForget(String alias) throws IOException, GeneralSecurityException {
        try {
            save();
        } catch (IOException | GeneralSecurityException e) {
            keys.deleteEntry(alias);
            throw e;
        }
    }

    /** Written beside and moved over: a crash leaves the old keys or the new, never half a file. */
    private void save() throws IOException, GeneralSecurityException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path partial = Files.createTempFile(
                directory,
                "keys",
                ".p12",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(partial)) {
            keys.store(out, password);
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
