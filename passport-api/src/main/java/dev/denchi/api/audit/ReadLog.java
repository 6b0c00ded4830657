package dev.denchi.api.audit;

import dev.denchi.api.access.Caller;
import dev.denchi.api.access.PullToken;
import dev.denchi.api.access.reader.Readership;
import dev.denchi.api.store.audit.AuditEntry;
import dev.denchi.api.store.audit.AuditLog;
import dev.denchi.api.store.record.Head;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells in the audit log who reads more of a record than the public does, before he gets it. What cannot be told is not
 * answered; so nothing that left the service is missing in the log, whatever ends the service.
 */
@Singleton
public class ReadLog {
    private final AuditLog log;
    private final Clock clock;

    ReadLog(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Completes when it is told; at once when everybody may read what was asked for. */
    public Uni<Void> told(Caller caller, Readership readership, List<Head> read) {
        if (readership.isPublic()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        List<AuditEntry> entries = read.stream()
                .filter(head -> !readership.isPublicTo(head.operator()))
                .collect(Collectors.groupingBy(Head::operator, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(owner -> entry(caller, readership, owner.getKey(), owner.getValue(), now))
                .toList();
        return entries.isEmpty() ? Uni.createFrom().voidItem() : log.append(entries);
    }

    /**
     * The same of a document.
     *
     * @param through the versions that point at it and let him have it; none when he is its operator
     */
    public Uni<Void> told(Caller caller, Readership readership, OperatorId owner, List<Head> through, String sha256) {
        if (readership.isPublicTo(owner)) {
            return Uni.createFrom().voidItem();
        }
        Map<String, Object> what = what(caller, readership, owner, through);
        what.put("document", sha256);
        return log.append(List.of(AuditEntry.of(owner, "document.read", clock.instant(), what)));
    }

    private static AuditEntry entry(
            Caller caller, Readership readership, OperatorId owner, List<Head> read, Instant now) {
        return AuditEntry.of(owner, "record.read", now, what(caller, readership, owner, read));
    }

    private static Map<String, Object> what(Caller caller, Readership readership, OperatorId owner, List<Head> read) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("by", who(caller));
        what.put("right", readership.right(owner));
        what.put("records", read.stream().map(ReadLog::record).toList());
        return what;
    }

    private static Map<String, Object> who(Caller caller) {
        Map<String, Object> who = new LinkedHashMap<>();
        who.put("role", caller.role().name());
        if (caller.identity() != null) {
            who.putAll(caller.identity().json());
        }
        PullToken token = caller.token();
        if (token != null) {
            who.put("participant", token.participant());
            who.put("agreement", token.agreement());
            who.put("transfer", token.transfer());
        }
        return who;
    }

    private static Map<String, Object> record(Head head) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("recordId", head.id().toString());
        record.put("version", head.version());
        record.put("subject", head.subject().value());
        return record;
    }
}
