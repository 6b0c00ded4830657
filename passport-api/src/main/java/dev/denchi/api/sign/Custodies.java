package dev.denchi.api.sign;

import dev.denchi.api.vault.VaultConfig;
import dev.denchi.api.vault.VaultTransit;
import dev.denchi.model.custody.Custody;
import dev.denchi.model.custody.KeystoreCustody;
import dev.denchi.model.custody.Pkcs11Custody;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.signature.Keystore;
import dev.denchi.model.signature.SigningAlgorithm;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Who keeps private keys, as far as it is configured. */
@Singleton
class Custodies {
    private final SignConfig config;
    private final Map<SignConfig.Kind, Custody> custodies = new EnumMap<>(SignConfig.Kind.class);

    Custodies(SignConfig config, VaultConfig vault, Pkcs11Config pkcs11, Clock clock)
            throws IOException, GeneralSecurityException {
        this.config = config;
        if (config.keystore().isPresent()) {
            char[] password = config.keystorePassword()
                    .orElseThrow(() -> new IllegalStateException("denchi.sign.keystore-password is missing"))
                    .toCharArray();
            Keystore keystore = Keystore.open(config.keystore().get(), password);
            custodies.put(SignConfig.Kind.KEYSTORE, new KeystoreCustody(keystore));
        }
        if (vault.address().isPresent()) {
            custodies.put(SignConfig.Kind.VAULT, new VaultTransit(vault, clock));
        }
        if (pkcs11.library().isPresent()) {
            char[] pin = pkcs11.pin()
                    .orElseThrow(() -> new IllegalStateException("denchi.pkcs11.pin is missing"))
                    .toCharArray();
            custodies.put(
                    SignConfig.Kind.PKCS11, Pkcs11Custody.open(pkcs11.library().get(), pkcs11.slot(), pin));
        }
    }

    /** Who keeps the new keys of an operator. */
    SignConfig.Kind kindFor(OperatorId operator) {
        return Optional.ofNullable(config.operators().get(operator.value()))
                .flatMap(SignConfig.OfOperator::custody)
                .orElse(config.custody());
    }

    /** What the new keys of an operator are for. */
    SigningAlgorithm algorithmFor(OperatorId operator) {
        return Optional.ofNullable(config.operators().get(operator.value()))
                .flatMap(SignConfig.OfOperator::algorithm)
                .orElse(config.algorithm());
    }

    /** @throws IllegalStateException when it is not configured */
    Custody of(SignConfig.Kind kind) {
        Custody custody = custodies.get(kind);
        if (custody == null) {
            throw new IllegalStateException("the custody " + kind.label() + " is not configured (denchi.sign)");
        }
        return custody;
    }

    /** @param label as table {@code issuer_key} has it */
    Custody of(String label) {
        for (SignConfig.Kind kind : SignConfig.Kind.values()) {
            if (kind.label().equals(label)) {
                return of(kind);
            }
        }
        throw new IllegalStateException("there is no custody " + label);
    }
}
