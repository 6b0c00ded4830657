package dev.denchi.deploy.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A table of one text column, over JDBC. */
record Notes(String url, String user, String password) {

    static Notes in(LocalPostgres postgres) {
        return new Notes(postgres.jdbcUrl(), postgres.username(), postgres.password());
    }

    Notes withPassword(String other) {
        return new Notes(url, user, other);
    }

    void write(String text) throws SQLException {
        try (Connection connection = open();
                var create = connection.prepareStatement("create table if not exists note (text text)");
                var insert = connection.prepareStatement("insert into note values (?)")) {
            create.execute();
            insert.setString(1, text);
            insert.execute();
        }
    }

    List<String> all() throws SQLException {
        return column("select text from note");
    }

    List<String> column(String query) throws SQLException {
        try (Connection connection = open();
                var statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
