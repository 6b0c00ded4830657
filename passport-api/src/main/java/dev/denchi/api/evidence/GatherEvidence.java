package dev.denchi.api.evidence;

import dev.denchi.api.access.Caller;
import dev.denchi.api.access.reader.PolicyHistory;
import dev.denchi.api.access.reader.Readership;
import dev.denchi.api.audit.ReadLog;
import dev.denchi.api.document.Document;
import dev.denchi.api.document.Documents;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.serve.PassportAnswers;
import dev.denchi.api.serve.Passports;
import dev.denchi.api.sign.Issuers;
import dev.denchi.api.sign.ServiceProvider;
import dev.denchi.api.status.SignedLists;
import dev.denchi.api.store.audit.AuditLog;
import dev.denchi.api.store.operator.ForeignOperators;
import dev.denchi.api.store.record.Head;
import dev.denchi.api.store.record.Records;
import dev.denchi.api.store.record.Revocations;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.api.store.status.Revocation;
import dev.denchi.api.store.status.StatusLists;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.evidence.SignedEvidence;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.PassportIdentifier;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together all that was signed about a passport, cut to who asks, and has its operator sign what is in it. */
@Singleton
class GatherEvidence {
    private final Passports passports;
    private final PassportAnswers answers;
    private final PolicyHistory history;
    private final Records records;
    private final Revocations revocations;
    private final GatherIssuers operators;
    private final ForeignOperators foreigners;
    private final Documents documents;
    private final SignedLists lists;
    private final AuditLog audit;
    private final ReadLog log;
    private final Issuers issuers;
    private final String serviceProvider;
    private final Clock clock;

    /**
     * A package, signed.
     *
     * @param documents whose bytes are written into it
     */
    record Gathered(SignedEvidence evidence, List<Document> documents) {}

    GatherEvidence(
            Passports passports,
            PassportAnswers answers,
            PolicyHistory history,
            Records records,
            Revocations revocations,
            GatherIssuers operators,
            ForeignOperators foreigners,
            Documents documents,
            SignedLists lists,
            AuditLog audit,
            ReadLog log,
            Issuers issuers,
            ServiceProvider provider,
            Clock clock) {
        this.passports = passports;
        this.answers = answers;
        this.history = history;
        this.records = records;
        this.revocations = revocations;
        this.operators = operators;
        this.foreigners = foreigners;
        this.documents = documents;
        this.lists = lists;
        this.audit = audit;
        this.log = log;
        this.issuers = issuers;
        this.serviceProvider = provider.serviceProvider().toString();
        this.clock = clock;
    }

    /** The package. That it was read is told in the audit log before it leaves, as any read beyond the public. */
    Uni<Gathered> of(PassportIdentifier passport, Caller caller) {
        return passports
                .historyOf(passport)
                .flatMap(heads -> answers.readership(heads).map(reader -> new Gathering(heads, reader)))
                .call(gathering -> each(gathering.heads(), head -> record(gathering, head)))
                .call(gathering -> log.told(caller, gathering.readership(), gathering.read()))
                .call(gathering -> each(gathering.listed(), list -> statusList(gathering, list)))
                .call(gathering -> each(gathering.pinning(), operator -> documents(gathering, operator)))
                .flatMap(this::signed);
    }

    private Uni<Void> record(Gathering gathering, Head head) {
        return records.versions(head.id())
                .flatMap(versions -> revocations
                        .of(head.id())
                        .invoke(revoked -> versions.forEach(version -> add(gathering, version, revoked))))
                .chain(() -> gathering.readership().seesRoles(head.operator())
                        ? auditRows(gathering, head)
                        : Uni.createFrom().voidItem());
    }

    private void add(Gathering gathering, StoredRecord record, List<Revocation> revoked) {
        RecordHeader header = record.token().header();
        Revocation revocation = revoked.stream()
                .filter(each -> each.version() == header.version())
                .findFirst()
                .orElse(null);
        RecordToken cut =
                record.token().cut(history.policies(), gathering.readership().of(record));
        gathering.add(record, cut, revocation);
        gathering.name(lists.named(record.operator(), header.status()));
    }

    private Uni<Void> auditRows(Gathering gathering, Head head) {
        return audit.excerpt(head.operator(), head.id())
                .invoke(rows -> gathering.writer().audit(head.operator() + "-" + head.id(), lines(rows)))
                .replaceWithVoid();
    }

    private static String lines(List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> new String(StrictJson.write(row), StandardCharsets.UTF_8) + "\n")
                .collect(Collectors.joining());
    }

    private Uni<Void> statusList(Gathering gathering, StatusLists.Id list) {
        return lists.current(list)
                .invoke(signed -> gathering
                        .writer()
                        .statusList(
                                list.operator().value(),
                                list.segment() + "-" + list.purpose().label(),
                                signed.token()))
                .replaceWithVoid()
                .onFailure(Rejected.class)
                .recoverWithNull(); // of an operator elsewhere none may have come along
    }

    /** Those that are more than a package may have stay out; who verifies it is told, as of any that stands elsewhere. */
    private Uni<Void> documents(Gathering gathering, OperatorId operator) {
        return documents
                .find(operator, gathering.pinnedBy(operator))
                .invoke(kept -> kept.stream().filter(gathering::hasRoomFor).forEach(gathering::add))
                .replaceWithVoid();
    }

    /** Signed by the passport's operator; where he signs elsewhere, by who holds it here. */
    private Uni<Gathered> signed(Gathering gathering) {
        Head battery = gathering.heads().get(0);
        return foreigners
                .signerOf(battery.operator())
                .call(signer -> each(operators(gathering, signer), operator -> operator(gathering, operator)))
                .flatMap(signer -> issuers.signing(
                        signer,
                        key -> gathering
                                .writer()
                                .signed(
                                        key,
                                        issuers.didOf(signer),
                                        battery.subject().value(),
                                        serviceProvider,
                                        reader(gathering.readership(), battery.operator()),
                                        clock.instant().truncatedTo(ChronoUnit.SECONDS))))
                .map(evidence -> new Gathered(evidence, gathering.documents()));
    }

    private static Set<OperatorId> operators(Gathering gathering, OperatorId signer) {
        return Stream.concat(gathering.heads().stream().map(Head::operator), Stream.of(signer))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Uni<Void> operator(Gathering gathering, OperatorId id) {
        return operators.into(gathering.writer(), id, gathering.issuersOf(id));
    }

    private static String reader(Readership readership, OperatorId owner) {
        return String.valueOf(readership.right(owner).get("as"));
    }

    /** One after the other, as they add to one package. */
    private static <T> Uni<Void> each(Collection<T> all, Function<T, Uni<Void>> one) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (T each : all) {
            done = done.chain(() -> one.apply(each));
        }
        return done;
    }
}
