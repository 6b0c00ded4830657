package dev.denchi.api.access;

import dev.denchi.model.access.AccessPoint;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import java.time.Instant;
import java.util.Set;

/**
 * What a dataspace participant was granted by an agreement, as its pull token says.
 *
 * @param transfer the provider's transfer process
 * @param operator whose passports
 * @param model of which model
 * @param points the points of Annex XIII in them
 * @param startedAt when the transfer was started, to the millisecond, by the connector's clock
 */
public record PullToken(
        String participant,
        String agreement,
        String transfer,
        OperatorId operator,
        ModelId model,
        Set<AccessPoint> points,
        Instant startedAt) {}
