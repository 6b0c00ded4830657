package dev.denchi.api.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.serve.form.Passport;
import dev.denchi.api.store.operator.Directory;
import dev.denchi.api.store.operator.Operator;
import dev.denchi.api.store.record.CurrentVersions;
import dev.denchi.api.store.record.Head;
import dev.denchi.api.store.record.Records;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.api.store.record.Versions;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.PassportIdentifier;
import dev.denchi.model.identifier.ProductIdentifier;
import dev.denchi.model.passport.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Assembles passports, from the versions that are current when they are read. */
@Singleton
public class Passports {
    private final Records records;
    private final CurrentVersions current;
    private final Versions versions;
    private final Directory directory;
    private final Cache<ProductIdentifier, Subject> products =
            Caffeine.newBuilder().maximumSize(100_000).build();

    private final Cache<Head, List<Subject>> partsOfVersion =
            Caffeine.newBuilder().maximumSize(100_000).build();
    private final Cache<OperatorId, Operator> operators =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

    Passports(Records records, CurrentVersions current, Versions versions, Directory directory) {
        this.records = records;
        this.current = current;
        this.versions = versions;
        this.directory = directory;
    }

    /**
     * EN 18222 lets an identifier have any form: one of another form is of a passport that is not here.
     *
     * @throws Rejected then
     */
    public static PassportIdentifier identifier(String dppId) {
        try {
            return PassportIdentifier.parse(dppId);
        } catch (IllegalArgumentException e) {
            throw notFound();
        }
    }

    /** The current versions that the passport is made of, the battery's first; fails with {@link Rejected} when there is none. */
    public Uni<List<Head>> headsOf(PassportIdentifier passport) {
        return headsOf(Subject.passport(passport));
    }

    /** As by passport identifier. */
    public Uni<List<Head>> headsOf(ProductIdentifier product) {
        Subject known = products.getIfPresent(product);
        return known != null
                ? headsOf(known)
                : records.passportOf(product)
                        .onItem()
                        .ifNull()
                        .failWith(Passports::notFound)
                        .invoke(passport -> products.put(product, passport))
                        .flatMap(this::headsOf);
    }

    /**
     * The versions that the passport was made of at a moment (EN 18221: every change is kept).
     *
     * @return fails with {@link Rejected} when the passport was not there yet
     */
    Uni<List<Head>> headsAt(PassportIdentifier passport, Instant at) {
        return records.headsAt(List.of(Subject.passport(passport)), at)
                .map(found -> found.stream().findFirst().orElseThrow(Passports::notFound))
                .flatMap(this::partsOf)
                .flatMap(parts -> records.headsAt(parts, at))
                .map(PassportParts::withOneReport);
    }

    /** The current versions of all records that the passport was ever made of, the battery's first. */
    public Uni<List<Head>> historyOf(PassportIdentifier passport) {
        Subject subject = Subject.passport(passport);
        return current.of(subject)
                .onItem()
                .ifNull()
                .failWith(Passports::notFound)
                .flatMap(battery -> records.versions(battery.id()))
                .map(batteries -> batteries.stream()
                        .flatMap(battery ->
                                PassportParts.of(PassportParts.battery(battery), subject, battery.operator()).stream())
                        .distinct()
                        .toList())
                .flatMap(current::of);
    }

    /** The passport made of these versions. */
    Uni<Passport> assembled(List<Head> heads) {
        return versions.of(heads)
                .flatMap(found -> operator(heads.get(0).operator())
                        .map(operator -> new Passport(
                                operator.economicOperatorId(),
                                PassportParts.battery(found.get(0)),
                                found,
                                revoked(heads, found))));
    }

    private Uni<List<Head>> headsOf(Subject passport) {
        return current.of(passport)
                .onItem()
                .ifNull()
                .failWith(Passports::notFound)
                .flatMap(this::partsOf)
                .flatMap(current::of)
                .map(PassportParts::withOneReport);
    }

    private Uni<List<Subject>> partsOf(Head battery) {
        List<Subject> known = partsOfVersion.getIfPresent(battery);
        return known != null
                ? Uni.createFrom().item(known)
                : versions.of(battery)
                        .map(found ->
                                PassportParts.of(PassportParts.battery(found), battery.subject(), battery.operator()))
                        .invoke(parts -> partsOfVersion.put(battery, parts));
    }

    private static List<StoredRecord> revoked(List<Head> heads, List<StoredRecord> found) {
        return IntStream.range(0, heads.size())
                .filter(i -> heads.get(i).revoked())
                .mapToObj(found::get)
                .toList();
    }

    private Uni<Operator> operator(OperatorId id) {
        Operator known = operators.getIfPresent(id);
        return known != null
                ? Uni.createFrom().item(known)
                : directory.operator(id).invoke(operator -> operators.put(id, operator));
    }

    private static Rejected notFound() {
        return Rejected.because(ProblemType.NOT_FOUND, "there is no passport with this identifier");
    }
}
