package dev.denchi.api;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** Operators of the tests that take part in the Ouranos API, in the order of their chain: each buys from the next. */
enum Traders {
    PACK_MAKER(People.OTHER_MAKER),
    MODULE_MAKER(People.MODULE_MAKER),
    CELL_MAKER(People.CELL_MAKER),
    CATHODE_SUPPLIER(People.CATHODE_SUPPLIER),
    PRECURSOR_SUPPLIER(People.PRECURSOR_SUPPLIER);

    static final String PASSWORD = "xx@&1234Pass";

    private final People person;

    Traders(People person) {
        this.person = person;
    }

    People person() {
        return person;
    }

    UUID id() {
        return new UUID(0xd9a38406_cae2_4679L, 0xb052_15a75f5531e0L + ordinal());
    }

    String openId() {
        return "123456789012" + ordinal();
    }

    String account() {
        return person.operator() + "@example.com";
    }

    /** With the key of its application and a token of the OpenID Connect provider. */
    RequestSpecification calls() {
        return with(OidcFixture.token(person.operator(), "battery-operator"));
    }

    RequestSpecification with(String token) {
        return given().header("apiKey", person.key()).header("Authorization", "Bearer " + token);
    }

    RequestSpecification puts(String target, Object body) {
        return calls().queryParam("dataTarget", target)
                .contentType("application/json")
                .body(body.toString());
    }

    static String participantsFile() {
        return Arrays.stream(values())
                .map(trader -> """
                        {"operator": "%s", "operatorId": "%s", "openOperatorId": "%s", "operatorName": "%s", "operatorAddress": "xx県xx市xxxx町1-1"}""".formatted(trader.person.operator(), trader.id(), trader.openId(), trader.name()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    static String accountsFile() {
        return Arrays.stream(values())
                .map(trader -> """
                        {"account": "%s", "operator": "%s", "passwordSha256": "%s"}""".formatted(trader.account(), trader.person.operator(), People.sha256(PASSWORD)))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
