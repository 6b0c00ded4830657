package dev.denchi.api.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.Directory;
import dev.denchi.api.store.Head;
import dev.denchi.api.store.Operator;
import dev.denchi.api.store.Records;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.PassportIdentifier;
import dev.denchi.model.identifier.ProductIdentifier;
import dev.denchi.model.passport.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Assembles passports. What is kept in memory is immutable (a version of a record, a product's passport); which versions are
 * current is asked of the database at every read, in one query, so that no reader ever gets a superseded record.
 */
@Singleton
class Passports {
    private final Records records;
    private final Versions versions;
    private final Directory directory;
    private final Cache<ProductIdentifier, Subject> products =
            Caffeine.newBuilder().maximumSize(100_000).build();
    /** What a passport was made of when it was last read: the first guess, always checked. */
    private final Cache<Subject, List<Subject>> parts =
            Caffeine.newBuilder().maximumSize(100_000).build();

    private final Cache<Head, List<Subject>> partsOfVersion =
            Caffeine.newBuilder().maximumSize(100_000).build();
    private final Cache<OperatorId, Operator> operators =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

    Passports(Records records, Versions versions, Directory directory) {
        this.records = records;
        this.versions = versions;
        this.directory = directory;
    }

    /** The current versions that the passport is made of, the battery's first; fails with {@link Rejected} when there is none. */
    Uni<List<Head>> headsOf(PassportIdentifier passport) {
        return headsOf(Subject.passport(passport));
    }

    /** As by passport identifier. */
    Uni<List<Head>> headsOf(ProductIdentifier product) {
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

    /** The passport made of these versions. */
    Uni<Passport> assembled(List<Head> heads) {
        return versions.of(heads)
                .flatMap(found -> operator(heads.get(0).operator())
                        .map(operator -> new Passport(
                                operator.economicOperatorId(), PassportParts.battery(found.get(0)), found)));
    }

    private Uni<List<Head>> headsOf(Subject passport) {
        List<Subject> guess = parts.get(passport, List::of);
        return records.heads(guess).flatMap(heads -> confirmed(passport, guess, heads));
    }

    private Uni<List<Head>> confirmed(Subject passport, List<Subject> guess, List<Head> heads) {
        Head battery = heads.stream()
                .filter(head -> head.subject().equals(passport))
                .findFirst()
                .orElseThrow(Passports::notFound);
        return partsOf(battery).flatMap(now -> {
            parts.put(passport, now);
            return now.equals(guess)
                    ? Uni.createFrom().item(PassportParts.ordered(heads, now))
                    : records.heads(now).map(all -> PassportParts.ordered(all, now));
        });
    }

    private Uni<List<Subject>> partsOf(Head battery) {
        List<Subject> known = partsOfVersion.getIfPresent(battery);
        return known != null
                ? Uni.createFrom().item(known)
                : versions.of(List.of(battery))
                        .map(found -> PassportParts.of(
                                PassportParts.battery(found.get(0)), battery.subject(), battery.operator()))
                        .invoke(parts -> partsOfVersion.put(battery, parts));
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
