package dev.denchi.api;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What PostgreSQL's catalogue says about the tables of the service and what its user may do with them. */
final class Policies {
    /** Tables that are no operator's. */
    private static final Set<String> SHARED =
            Set.of("access_policy", "stopped_transfer", "flyway_schema_history", "pseudonym_key", "lineage_correction");

    /** Tables whose rows anyone may be shown, cut by the service; every other is hidden from whoever did not declare its operator. */
    private static final Set<String> PUBLISHED = Set.of(
            "operator",
            "record",
            "record_head",
            "passport",
            "battery_model",
            "supplied_model",
            "status_segment",
            "status_bit",
            "status_list",
            "foreign_operator",
            "foreign_issuer",
            "trader",
            "issuer",
            "issuer_key");

    private static final String TABLES = """
            select relname, relrowsecurity,
              exists (select from pg_attribute where attrelid = c.oid and attname = 'operator_id' and not attisdropped)
            from pg_class c where relnamespace = 'passport'::regnamespace and relkind in ('r', 'p') order by relname""";

    private static final String COMMANDS = """
            select command, policies, undeclared from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) as command,
              lateral (select count(*) as policies,
                  count(*) filter (where concat(qual, with_check) not like '%declared_operators()%') as undeclared
                from pg_policies where schemaname = 'passport' and tablename = ? and cmd in ('ALL', command)) as p
            where case command when 'DELETE' then has_table_privilege('denchi_service', 'passport.' || quote_ident(?), command)
              else has_any_column_privilege('denchi_service', 'passport.' || quote_ident(?), command) end""";

    private Policies() {}

    /** What is not as it must be. */
    static List<String> missing(Connection owner) throws SQLException {
        List<String> faults = new ArrayList<>();
        try (var statement = owner.createStatement();
                ResultSet tables = statement.executeQuery(TABLES)) {
            while (tables.next()) {
                String table = tables.getString(1);
                if (SHARED.contains(table) && !tables.getBoolean(3)) {
                    continue;
                }
                if (tables.getBoolean(2)) {
                    faults.addAll(missing(owner, table));
                } else {
                    faults.add(
                            tables.getBoolean(3)
                                    ? table + ": row-level security is off"
                                    : table + ": is it some operator's? Give it a policy, or name it in this test");
                }
            }
        }
        return faults;
    }

    private static List<String> missing(Connection owner, String table) throws SQLException {
        List<String> faults = new ArrayList<>();
        try (var statement = owner.prepareStatement(COMMANDS)) {
            for (int i = 1; i <= 3; i++) {
                statement.setString(i, table);
            }
            try (ResultSet commands = statement.executeQuery()) {
                while (commands.next()) {
                    String command = commands.getString(1);
                    boolean everyone = command.equals("SELECT") && PUBLISHED.contains(table);
                    if (commands.getInt(2) == 0) {
                        faults.add(table + ": no policy for " + command);
                    } else if (!everyone && commands.getInt(3) > 0) {
                        faults.add(table + ": a policy for " + command + " asks for no declaration");
                    }
                }
            }
        }
        return faults;
    }
}
