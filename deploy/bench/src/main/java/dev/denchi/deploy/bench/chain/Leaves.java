package dev.denchi.deploy.bench.chain;

import dev.denchi.deploy.bench.stage.Database;
import dev.denchi.deploy.bench.stage.Service;
import dev.denchi.deploy.local.secrets.OuranosAccounts;
import dev.denchi.deploy.local.secrets.Person;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The makers of the leaves, and what they state. */
final class Leaves {
    /** All that is counted, and nothing of what is only stated. */
    private static final String COUNTED = """
            select md5(string_agg(line, '' order by line)) from (
              select (to_jsonb(p) - 'stated_version')::text from passport.part p
              union all select to_jsonb(t)::text from passport.trade t
              union all select to_jsonb(a)::text from passport.answer a
              union all select to_jsonb(f)::text from passport.footprint f where kind = 'TOTAL') as counted (line)""";

    private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
    private static final String ROW = """
            {"cfpId": null, "traceId": "%s", "ghgEmission": %s, "ghgDeclaredUnit": "kgCO2e/unit", "cfpType": "%s", "dqrType": "%s",
             "dqrValue": {"TeR": 2, "GeR": 2, "TiR": 2}}""";
    private static final int CHECKED = 25;

    private final Service service;
    private final Database database;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Person, String> tokens = new HashMap<>();
    private int changes;

    Leaves(Service service, Database database) {
        this.service = service;
        this.database = database;
    }

    void grow(Tree tree) throws IOException, InterruptedException {
        String operators = OuranosAccounts.PEOPLE.stream().map(Person::operator).collect(Collectors.joining(","));
        String sizes = tree.sizes().stream().map(Object::toString).collect(Collectors.joining(","));
        database.run(
                "chain.sql",
                Map.of("tree", "'" + tree + "'", "sizes", "'" + sizes + "'", "operators", "'" + operators + "'"));
        database.ask("vacuum analyze");
    }

    /**
     * The same values, stated again through the service, leave every total, answer and count as the script made it: what it made is
     * what the service would have.
     */
    void requireCountedAlike(Tree tree) throws IOException, InterruptedException {
        String before = database.ask(COUNTED);
        for (int i = 0; i < CHECKED; i++) {
            put(tree, i * 7919 % tree.leaves(), "0.5", "1");
        }
        if (!before.equals(database.ask(COUNTED))) {
            throw new IllegalStateException("the service counts another total than chain.sql");
        }
    }

    /** How long each took, in microseconds. Each moves the total of the root. */
    LongStream change(Tree tree, int count) throws IOException, InterruptedException {
        int before = versionOfRoot(tree);
        long[] micros = new long[count];
        for (int i = 0; i < count; i++) {
            String emission = changes % 1000 + 1 + ".00001";
            long begin = System.nanoTime();
            put(tree, (int) (changes * 7919L % tree.leaves()), emission, emission);
            micros[i] = (System.nanoTime() - begin) / 1000;
            changes++;
        }
        int moved = versionOfRoot(tree) - before;
        if (moved != count) {
            throw new IllegalStateException(count + " changes moved the total of the root " + moved + " times");
        }
        return LongStream.of(micros);
    }

    private int versionOfRoot(Tree tree) throws IOException, InterruptedException {
        return Integer.parseInt(database.ask(
                "select total_version from passport.part where trace_id = md5('" + tree + "-made-0-0')::uuid"));
    }

    private void put(Tree tree, int leaf, String pre, String main) throws IOException, InterruptedException {
        UUID trace = tree.leaf(leaf);
        Person maker = OuranosAccounts.PEOPLE.get((tree.tiers() - 1) % OuranosAccounts.PEOPLE.size());
        String body = String.join(
                ",",
                ROW.formatted(trace, pre, "preProduction", "preProcessing"),
                ROW.formatted(trace, main, "mainProduction", "mainProcessing"),
                ROW.formatted(trace, "0", "preComponent", "preProcessing"),
                ROW.formatted(trace, "0", "mainComponent", "mainProcessing"));
        HttpRequest put = HttpRequest.newBuilder(service.address().resolve("/api/v1/datatransport?dataTarget=cfp"))
                .header("apiKey", service.secrets().apiKeys().of(maker))
                .header("Authorization", "Bearer " + token(maker))
                .PUT(BodyPublishers.ofString("[" + body + "]"))
                .build();
        require(http.send(put, BodyHandlers.ofString()));
    }

    private String token(Person maker) throws IOException, InterruptedException {
        String known = tokens.get(maker);
        if (known != null) {
            return known;
        }
        OuranosAccounts accounts = service.secrets().accounts();
        HttpRequest login = HttpRequest.newBuilder(service.address().resolve("/auth/login"))
                .header("apiKey", service.secrets().apiKeys().of(maker))
                .POST(BodyPublishers.ofString("{\"operatorAccountId\": \"%s\", \"accountPassword\": \"%s\"}"
                        .formatted(accounts.account(maker), accounts.password(maker))))
                .build();
        String answer = require(http.send(login, BodyHandlers.ofString()));
        Matcher found = TOKEN.matcher(answer);
        if (!found.find()) {
            throw new IllegalStateException("no token in " + answer);
        }
        tokens.put(maker, found.group(1));
        return found.group(1);
    }

    private static String require(HttpResponse<String> answer) {
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(
                    "%s was refused: %d %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
        }
        return answer.body();
    }
}
