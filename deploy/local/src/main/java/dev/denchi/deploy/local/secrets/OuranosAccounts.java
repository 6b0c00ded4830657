package dev.denchi.deploy.local.secrets;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Who takes part in the Ouranos API of the local stack, and the passwords with which they sign in there. */
public record OuranosAccounts(SecretFiles files) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A chain: the cell maker sells to the other maker, and buys from the cathode maker, who buys precursor. */
    public static final List<Person> PEOPLE =
            List.of(Person.CELL_MAKER, Person.OTHER_MAKER, Person.CATHODE_MAKER, Person.PRECURSOR_MAKER);

    /** {@code operatorAccountId}, with which he signs in. */
    public String account(Person person) {
        return person.caller() + "@" + person.operator() + ".example";
    }

    public String password(Person person) {
        return files.password("password-" + person.caller());
    }

    public Path participantsFile() throws IOException {
        ArrayNode participants = JSON.createArrayNode();
        for (Person person : PEOPLE) {
            participants
                    .addObject()
                    .put("operator", person.operator())
                    .put("openOperatorId", "123456789012" + PEOPLE.indexOf(person))
                    .put("operatorName", person.operator())
                    .put("operatorAddress", "xx県xx市xxxx町1-1");
        }
        return files.write(
                "ouranos-participants.json",
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(participants));
    }

    /** The passwords only as hashes. */
    public Path accountsFile() throws IOException {
        ArrayNode accounts = JSON.createArrayNode();
        for (Person person : PEOPLE) {
            accounts.addObject()
                    .put("account", account(person))
                    .put("operator", person.operator())
                    .put("passwordSha256", ApiKeys.sha256(password(person)));
        }
        return files.write(
                "accounts.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(accounts));
    }
}
