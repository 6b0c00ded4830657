package dev.denchi.deploy.integrity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads tables that may be larger than memory. */
final class Rows {
    private static final int AT_ONCE = 500;

    private final Connection connection;

    interface Reader {
        void row(ResultSet row) throws SQLException;
    }

    Rows(Connection connection) {
        this.connection = connection;
    }

    void each(String query, Reader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setFetchSize(AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.row(rows);
                }
            }
        }
    }
}
