package dev.denchi.api.certificate;

import dev.denchi.api.store.audit.AuditLog;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.api.supply.part.Parts;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.TraceId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which customers may have the certificates of an operator's parts. Nobody may whom it did not name. */
@Singleton
public class CertificateReleases {
    private final TenantSessions tenants;
    private final Clock clock;

    CertificateReleases(TenantSessions tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Of one customer. */
    public record Decided(OperatorId to, boolean released) {}

    /** All that was decided of a part. Fails with {@code supply.Refused} when it is not the operator's. */
    public Uni<List<Decided>> of(OperatorId operator, TraceId trace) {
        return tenants.of(
                operator, session -> Parts.requireOwn(session, operator, trace).chain(() -> decided(session, trace)));
    }

    private static Uni<List<Decided>> decided(Mutiny.Session session, TraceId trace) {
        return session.createSelectionQuery(
                        "from CertificateReleaseRow where key.traceId = :trace order by decidedAt",
                        CertificateReleaseRow.class)
                .setParameter("trace", trace.value())
                .getResultList()
                .map(rows -> rows.stream().map(CertificateReleaseRow::toDomain).toList());
    }

    /** Holds at once, also for a certificate that comes later. Fails with {@code supply.Refused} when the part is not the operator's. */
    public Uni<Void> decide(Submitter by, TraceId trace, OperatorId to, boolean released) {
        CertificateReleaseRow.Key key = new CertificateReleaseRow.Key(trace.value(), to.value());
        return tenants.of(
                by.operator(),
                session -> Parts.requireOwn(session, by.operator(), trace)
                        .chain(() -> session.find(CertificateReleaseRow.class, key))
                        .map(row -> row == null
                                ? new CertificateReleaseRow(key, by.operator().value())
                                : row)
                        .invoke(row -> row.decide(released, clock.instant()))
                        .chain(session::persist)
                        .chain(() -> AuditLog.tell(
                                session, "certificate.released", by, clock.instant(), told(trace, to, released))));
    }

    private static Map<String, Object> told(TraceId trace, OperatorId to, boolean released) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("traceId", trace.toString());
        what.put("to", to.value());
        what.put("released", released);
        return what;
    }
}
