package dev.denchi.deploy.local.stack;

import dev.denchi.deploy.local.secrets.SecretFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of one program as a file, secrets included, so that none stands on a command line. */
final class SettingsFile {

    private SettingsFile() {}

    static Path write(SecretFiles folder, String name, Map<String, String> settings) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        StringWriter text = new StringWriter();
        properties.store(text, "written at each start of the local stack");
        return folder.write(name + ".properties", text.toString());
    }
}
