package dev.denchi.connector.server;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.edc.spi.EdcException;
import org.eclipse.edc.spi.system.ServiceExtension;
import org.eclipse.edc.spi.system.ServiceExtensionContext;

/**
 * Creates the schema that the JDBC URL names as currentSchema, so that several connectors and the service can share one
 * database. It runs while extensions initialize; EDC creates its tables afterwards, when they prepare.
 */
public final class OwnSchema implements ServiceExtension {

    private static final String DATASOURCE = "edc.datasource.default.";
    private static final Pattern CURRENT_SCHEMA = Pattern.compile("[?&]currentSchema=([^&]*)");
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    @Override
    public String name() {
        return "Denchi database schema";
    }

    @Override
    public void initialize(ServiceExtensionContext context) {
        var url = context.getConfig().getString(DATASOURCE + "url", "");
        schemaIn(url).ifPresent(schema -> create(schema, url, context));
    }

    static Optional<String> schemaIn(String url) {
        var matcher = CURRENT_SCHEMA.matcher(url);
        if (!matcher.find()) {
            return Optional.empty();
        }
        var schema = matcher.group(1);
        if (!PLAIN_NAME.matcher(schema).matches()) {
            throw new EdcException("currentSchema must be one plain lower-case name, but is '%s'".formatted(schema));
        }
        return Optional.of(schema);
    }

    private static void create(String schema, String url, ServiceExtensionContext context) {
        var user = context.getSetting(DATASOURCE + "user", null);
        var password = context.getSetting(DATASOURCE + "password", null);
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + schema);
        } catch (SQLException e) {
            throw new EdcException("Cannot create schema %s: %s".formatted(schema, e.getMessage()), e);
        }
    }
}
