package dev.denchi.deploy.bench.posts;

import dev.denchi.deploy.bench.measure.Measured.Tally;
import dev.denchi.deploy.bench.stage.Database;
import java.io.IOException;
import java.util.Map;

/** The rows that one post leaves, for pgbench: like those of a battery that the service has just kept, in tables beside its own. */
record SameRows(Database database, Map<String, String> row) {

    private static final String PRODUCT = "https://id.sakura-cells.example/01/04912345077011/21/B";

    static SameRows of(Database database) throws IOException, InterruptedException {
        Map<String, String> row = Map.of(
                "token", ofABattery(database, "token"),
                "sha256", ofABattery(database, "sha256"),
                "prefix", "urn:uuid:",
                "operator", ofABattery(database, "operator_id"),
                "submitter", ofABattery(database, "submitted_by"),
                "provider", ofABattery(database, "service_provider"),
                "type", "dev.denchi.battery.v1.passport.issued",
                "product", PRODUCT,
                "entry", entry(database),
                "payload", payload(database));
        database.run("tables.sql");
        return new SameRows(database, row);
    }

    String token() {
        return row.getOrDefault("token", "");
    }

    Tally insert(int clients, int seconds) throws IOException, InterruptedException {
        return database.insert(row, clients, seconds);
    }

    private static String ofABattery(Database database, String column) throws IOException, InterruptedException {
        return database.ask("select %s from passport.record where kind = 'battery' limit 1".formatted(column));
    }

    /** What the audit log says of a battery. */
    private static String entry(Database database) throws IOException, InterruptedException {
        return database.ask("select entry from passport.audit_log where entry like "
                + "'{\"action\":\"record.issued\"%\"kind\":\"battery\"%' limit 1");
    }

    /** The event of that battery once more: the relay has removed its row. */
    private static String payload(Database database) throws IOException, InterruptedException {
        return database.ask("""
                select json_build_object('recordId', record_id, 'kind', kind, 'subject', subject, 'version', version,
                  'sha256', sha256, 'operator', record.operator_id, 'serviceProvider', service_provider, 'recordTime', issued_at, 'productIdentifier', product_identifier)
                from passport.record join passport.passport using (subject) where kind = 'battery' limit 1
                """);
    }
}
