package dev.denchi.deploy.local.secrets;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** One API key for each person of the local stack, and the file that tells the service who they are. */
public record ApiKeys(SecretFiles files) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public String of(Person person) {
        return files.password(
                "api-key-" + person.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The operators and callers, the keys only as hashes. */
    public Path callersFile() throws IOException {
        ObjectNode content = JSON.createObjectNode();
        content.putArray("operators")
                .add(operator("sakura-cells", "Sakura Cells K.K.", "https://id.gs1.org/417/4912345000019"))
                .add(operator("hikari-motors", "Hikari Motors K.K.", "https://id.gs1.org/417/4598765000012"))
                .add(operator("rhein-recycling", "Rhein Recycling GmbH", "https://id.gs1.org/417/4012345000009"))
                .add(operator(
                        "market-surveillance", "Market Surveillance Authority", "https://id.gs1.org/417/4000001000005"))
                .add(operator("kita-recycling", "Kita Recycling K.K.", "https://id.gs1.org/417/4912346000018"))
                .add(operator("hokuriku-refining", "Hokuriku Refining K.K.", "https://id.gs1.org/417/4912346100015"))
                .add(operator("awa-precursor", "Awa Precursor K.K.", "https://id.gs1.org/417/4912346200012"))
                .add(operator("setouchi-cathode", "Setouchi Cathode K.K.", "https://id.gs1.org/417/4912346300019"))
                .add(operator("nanao-lead", "Nanao Lead K.K.", "https://id.gs1.org/417/4912346400016"))
                .add(operator("denchi", "Denchi connector", "https://id.gs1.org/417/4912399000004"));
        ArrayNode callers = content.putArray("callers");
        for (Person person : Person.values()) {
            callers.addObject()
                    .put("name", person.caller())
                    .put("operator", person.operator())
                    .put("role", person.role())
                    .put("keySha256", sha256(of(person)));
        }
        return files.write("callers.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content));
    }

    private static ObjectNode operator(String id, String name, String economicOperatorId) {
        return JSON.createObjectNode().put("id", id).put("name", name).put("economicOperatorId", economicOperatorId);
    }

    static String sha256(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
