package dev.denchi.api.status;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.sign.Issuers;
import dev.denchi.api.sign.ServiceAddress;
import dev.denchi.api.store.status.StatusLists;
import dev.denchi.api.store.status.StatusLists.Id;
import dev.denchi.api.store.status.StatusLists.Signed;
import dev.denchi.api.store.status.StatusPlace;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.signature.CompactJws;
import dev.denchi.model.signature.Issuer;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.status.StatusEntry;
import dev.denchi.model.status.StatusList;
import dev.denchi.model.status.StatusListCredential;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Status lists as their operators sign them: anew when a bit was set or the last is about to end, and not otherwise. Each is kept. */
@Singleton
public class SignedLists {
    private final StatusLists lists;
    private final Issuers issuers;
    private final URI publicUrl;
    private final Duration validFor;
    private final Clock clock;

    SignedLists(StatusLists lists, Issuers issuers, ServiceAddress address, StatusConfig config, Clock clock) {
        this.lists = lists;
        this.issuers = issuers;
        this.publicUrl = address.publicUrl();
        this.validFor = config.validFor();
        this.clock = clock;
    }

    /** The list as it stands now, or of an operator elsewhere the last that came from there; fails with {@link Rejected} when there is none. */
    public Uni<Signed> current(Id list) {
        Instant now = clock.instant();
        return issuers.signsFor(list.operator()).flatMap(own -> own ? ofOwn(list, now) : at(list, now));
    }

    private Uni<Signed> ofOwn(Id list, Instant now) {
        return lists.bitsSet(list)
                .onItem()
                .ifNull()
                .failWith(() -> notFound(list))
                .flatMap(bits -> lastOf(list, now).flatMap(last -> isGood(last, bits, now) ? same(last) : anew(list)));
    }

    /** The last that still verifies: what a key signed from the moment on as of which it was revoked is signed anew. */
    private Uni<Signed> lastOf(Id list, Instant now) {
        return lists.signedUntil(list, now)
                .flatMap(last -> issuers.published(list.operator()).map(keys -> verifies(last, keys) ? last : null));
    }

    /** It is what this service signed; only what its key counts for may have changed since. */
    private static boolean verifies(@Nullable Signed list, PublishedKeys keys) {
        return list != null
                && keys.find(CompactJws.parse(list.token()).header().path("kid").asText())
                        .filter(key -> key.objectionTo(list.validFrom()).isEmpty())
                        .isPresent();
    }

    /** The list that was in force then, as it was signed then; fails with {@link Rejected} when none was. */
    public Uni<Signed> at(Id list, Instant moment) {
        return lists.signedUntil(list, moment).onItem().ifNull().failWith(() -> notFound(list));
    }

    /**
     * What this service can tell of a record's status as of a moment, by its lists of then and of now, whoever signed the record. Entries
     * that name lists elsewhere are left alone.
     *
     * @param asOf {@code null} for now
     */
    public Uni<List<String>> about(List<StatusEntry> entries, @Nullable Instant asOf) {
        Uni<List<String>> told = Uni.createFrom().item(List.of());
        for (StatusEntry entry : entries) {
            told = told.flatMap(before -> with(before, entry, asOf));
        }
        return told;
    }

    /** The operator of this service that keeps the list; empty when it is kept elsewhere. */
    public Optional<OperatorId> keeperOf(StatusEntry entry) {
        return Issuer.keeperOf(entry.list()).flatMap(issuers::operatorOf);
    }

    /** The lists of this operator that a record of his names. */
    public List<Id> named(OperatorId operator, List<StatusEntry> entries) {
        return entries.stream()
                .flatMap(entry -> StatusPlace.of(entry, operator).stream()
                        .map(place -> new Id(operator, place.segment(), entry.purpose())))
                .toList();
    }

    private Uni<List<String>> with(List<String> before, StatusEntry entry, @Nullable Instant asOf) {
        Id list = keeperOf(entry).stream()
                .flatMap(operator -> named(operator, List.of(entry)).stream())
                .filter(id -> addressOf(id).equals(entry.list()))
                .findFirst()
                .orElse(null);
        return list == null
                ? Uni.createFrom().item(before)
                : current(list)
                        .flatMap(now -> asOf == null
                                ? Uni.createFrom().item(added(before, now))
                                : lists.signedUntil(list, asOf).map(then -> added(before, now, then, asOf)))
                        .onFailure(Rejected.class)
                        .recoverWithItem(before);
    }

    private static List<String> added(List<String> before, Signed list) {
        return Stream.concat(before.stream(), Stream.of(list.token())).toList();
    }

    /** The list of then tells most of then; where none reaches so far, the later one tells what had not happened. */
    private static List<String> added(List<String> before, Signed now, @Nullable Signed then, Instant asOf) {
        List<String> all = then == null ? before : added(before, then);
        return then != null && asOf.isBefore(then.validUntil()) ? all : added(all, now);
    }

    private boolean isGood(@Nullable Signed last, int bits, Instant now) {
        return last != null
                && last.bitsSet() == bits
                && now.plus(validFor.dividedBy(2)).isBefore(last.validUntil());
    }

    private static Uni<Signed> same(Signed last) {
        return Uni.createFrom().item(last);
    }

    private Uni<Signed> anew(Id list) {
        Instant from = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return lists.places(list)
                .flatMap(places -> issuers.signing(list.operator(), credential(list, from, places)::sign)
                        .map(token -> new Signed(from, from.plus(validFor), places.size(), token)))
                .call(signed -> lists.keep(list, signed));
    }

    private StatusListCredential credential(Id list, Instant from, List<Integer> places) {
        return new StatusListCredential(
                addressOf(list),
                issuers.didOf(list.operator()),
                Set.of(list.purpose()),
                from,
                from.plus(validFor),
                StatusList.of(StatusList.SMALLEST, places.stream().mapToInt(Integer::intValue)));
    }

    private URI addressOf(Id list) {
        return StatusPlace.addressOf(publicUrl, list.operator(), list.segment(), list.purpose());
    }

    private static Rejected notFound(Id list) {
        return Rejected.because(
                ProblemType.NOT_FOUND,
                "there is no list of this address of " + list.operator() + ", or none was signed by then");
    }
}
