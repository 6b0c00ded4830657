package dev.denchi.deploy.local.secrets;

import java.io.IOException;
import java.nio.file.Path;

/** Everything secret in a local stack. */
public record Secrets(SecretFiles files, ApiKeys apiKeys, OuranosAccounts accounts, DataspaceKeys dataspace) {

    public static Secrets in(Path folder) throws IOException {
        SecretFiles files = SecretFiles.in(folder);
        return new Secrets(files, new ApiKeys(files), new OuranosAccounts(files), new DataspaceKeys(files));
    }

    /** The service makes the store itself, with this password. */
    public Path keystore() {
        return files.path("signing-keys.p12");
    }

    public String keystorePassword() {
        return files.password("signing-keys-password");
    }

    public String managementKey(String participant) {
        return files.password("management-key-" + participant);
    }

    public String controlKey(String participant) {
        return files.password("control-key-" + participant);
    }
}
