package dev.denchi.deploy.integrity;

import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.signature.CompactJws;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.status.StatusEntry;
import dev.denchi.model.status.StatusListCredential;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bits that are set against what was superseded and revoked, and the signed lists against their signatures. */
final class StatusRows {
    private final Rows rows;
    private final List<PublishedKeys> keys;
    private final Map<UUID, Versions.Newest> newest;
    private final Told told;
    private final Findings findings;

    StatusRows(Rows rows, List<PublishedKeys> keys, Map<UUID, Versions.Newest> newest, Told told, Findings findings) {
        this.rows = rows;
        this.keys = keys;
        this.newest = newest;
        this.told = told;
        this.findings = findings;
    }

    void check() throws SQLException {
        bits();
        places();
        lists();
    }

    private void bits() throws SQLException {
        Set<String> set = new HashSet<>();
        rows.each(
                "select operator_id, segment, purpose, place, record_id, version from passport.status_bit",
                row -> set.add(row.getObject(5, UUID.class) + "/" + row.getInt(6) + " " + row.getString(3) + " "
                        + row.getString(1) + "/status/" + row.getString(2) + "/" + row.getString(3) + " "
                        + row.getInt(4)));
        newest.forEach((id, record) -> record.places().forEach((version, entries) -> {
            for (StatusEntry entry : entries) {
                String purpose = entry.purpose().label();
                String bit = id + "/" + version + " " + purpose + " "
                        + entry.list().toString().replaceFirst(".*/operators/", "") + " " + entry.index();
                boolean should =
                        purpose.equals("refresh") ? version < record.version() : isRevoked(id, version, record);
                if (should != set.remove(bit) && isOwn(entry, record)) {
                    findings.add("status_bit", bit, should ? "is missing: the bit must be set" : "must not be set");
                }
            }
        }));
        set.forEach(bit -> findings.add("status_bit", bit, "no record has this place"));
    }

    /** A record is revoked through all its versions so far. */
    private boolean isRevoked(UUID id, int version, Versions.Newest record) {
        for (int later = version; later <= record.version(); later++) {
            if (told.isRevoked(id + "/" + later)) {
                return true;
            }
        }
        return false;
    }

    /** One that came from another service has its status told there. */
    private static boolean isOwn(StatusEntry entry, Versions.Newest record) {
        return entry.list().getPath().startsWith("/operators/" + record.operator() + "/status/");
    }

    /** A reserved place is used by the version that names it, and by no other. */
    private void places() throws SQLException {
        Map<String, String> used = new HashMap<>();
        rows.each(
                "select operator_id, segment, place, record_id, version from passport.status_place",
                row -> used.put(
                        row.getString(1) + "/status/" + row.getString(2) + " " + row.getInt(3),
                        row.getObject(4, UUID.class) == null
                                ? "nobody"
                                : row.getObject(4, UUID.class) + "/" + row.getInt(5)));
        newest.forEach((id, record) -> record.places()
                .forEach((version, entries) -> entries.stream()
                        .filter(entry -> isOwn(entry, record))
                        .map(StatusRows::place)
                        .distinct()
                        .forEach(place -> requireUser(place, id + "/" + version, used.remove(place)))));
        used.forEach((place, user) -> {
            if (!user.equals("nobody")) {
                findings.add("status_place", place, "is used by " + user + ", which does not name it");
            }
        });
    }

    /** @param user {@code null} for a place that was not reserved, but drawn when the service signed */
    private void requireUser(String place, String version, @Nullable String user) {
        if (user != null && !user.equals(version)) {
            findings.add("status_place", place, "is used by " + user + ", and named by " + version);
        }
    }

    /** As in {@code sakura-cells/status/0123456789ab 4711}. */
    private static String place(StatusEntry entry) {
        return entry.list().getPath().replaceFirst("^/operators/", "").replaceFirst("/[a-z]+$", "") + " "
                + entry.index();
    }

    private void lists() throws SQLException {
        rows.each(
                "select operator_id, segment, purpose, valid_from, valid_until, bits_set, token from passport.status_list",
                row -> {
                    String name = row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                            + row.getObject(4, OffsetDateTime.class).toInstant();
                    refusal(
                                    row.getString(7),
                                    row.getObject(4, OffsetDateTime.class).toInstant(),
                                    row.getObject(5, OffsetDateTime.class).toInstant(),
                                    "/operators/" + row.getString(1) + "/status/" + row.getString(2) + "/"
                                            + row.getString(3),
                                    row.getInt(6))
                            .ifPresent(refusal -> findings.add("status_list", name, refusal));
                });
    }

    private Optional<String> refusal(String token, Instant from, Instant until, String path, int bits) {
        try {
            CompactJws jws = CompactJws.parse(token);
            StatusListCredential list = StatusListCredential.read(jws);
            Optional<String> refusal =
                    PublishedKeys.refusal(keys, list.issuer(), jws, StatusListCredential.TYP, list.validFrom());
            boolean fits = list.validFrom().equals(from)
                    && list.validUntil().equals(until)
                    && list.id().getPath().equals(path)
                    && list.list().set() == bits;
            return refusal.or(() -> fits ? Optional.empty() : Optional.of("the columns are not as the token says"));
        } catch (IllegalArgumentException | MalformedJson e) {
            return Optional.of("the token is no status list: " + e.getMessage());
        }
    }
}
