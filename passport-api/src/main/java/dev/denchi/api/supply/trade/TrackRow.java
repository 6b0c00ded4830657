package dev.denchi.api.supply.trade;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What became of a write, as in table {@code request_track}. */
@Entity
@Immutable
@SuppressWarnings("UnusedVariable") // whose it is is only compared
@Table(name = "request_track")
class TrackRow {
    @Id
    @Column(name = "track_id")
    private UUID trackId;

    @Column(name = "operator_id")
    private String operatorId;

    @Column(name = "accepted_at")
    private Instant acceptedAt;

    private boolean succeeded;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    TrackRow() {}

    TrackRow(String operator, Tracks.Track track) {
        trackId = track.id();
        operatorId = operator;
        acceptedAt = track.acceptedAt();
        succeeded = track.succeeded();
    }

    Tracks.Track toDomain() {
        return new Tracks.Track(trackId, acceptedAt, succeeded);
    }
}
