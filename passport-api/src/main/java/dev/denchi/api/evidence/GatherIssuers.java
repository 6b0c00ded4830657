package dev.denchi.api.evidence;

import dev.denchi.api.sign.Issuers;
import dev.denchi.api.store.operator.Directory;
import dev.denchi.api.store.operator.ForeignOperators;
import dev.denchi.api.store.operator.Operator;
import dev.denchi.model.evidence.EvidenceOperator;
import dev.denchi.model.evidence.EvidenceWriter;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.signature.PublishedKeys;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts an operator into a package with the keys of all DIDs under which it signed: those that this service knows, or that came with it. */
@Singleton
class GatherIssuers {
    private final Directory directory;
    private final ForeignOperators foreigners;
    private final Issuers issuers;

    GatherIssuers(Directory directory, ForeignOperators foreigners, Issuers issuers) {
        this.directory = directory;
        this.foreigners = foreigners;
        this.issuers = issuers;
    }

    /** @param signedAs the DIDs under which it signed what is in the package */
    Uni<Void> into(EvidenceWriter writer, OperatorId id, Set<String> signedAs) {
        return directory
                .operator(id)
                .flatMap(operator -> foreigners.of(id).flatMap(foreign -> added(writer, operator, foreign, signedAs)));
    }

    private Uni<Void> added(
            EvidenceWriter writer, Operator operator, ForeignOperators.@Nullable Held foreign, Set<String> signedAs) {
        String did = foreign == null ? issuers.didOf(operator.id()) : foreign.did();
        List<String> ownDids =
                signedAs.stream().filter(each -> !each.equals(did)).sorted().toList();
        EvidenceOperator entry = new EvidenceOperator(
                operator.id().value(), did, operator.name(), operator.economicOperatorId(), ownDids);
        return keys(operator.id(), foreign)
                .invoke(keys -> writer.operator(entry, keys))
                .chain(() -> own(writer, entry, foreign));
    }

    private Uni<Map<String, Object>> keys(OperatorId id, ForeignOperators.@Nullable Held foreign) {
        return foreign == null
                ? issuers.published(id).map(PublishedKeys::didDocument)
                : Uni.createFrom().item(() -> document(foreign.didDocument()));
    }

    private Uni<Void> own(EvidenceWriter writer, EvidenceOperator entry, ForeignOperators.@Nullable Held foreign) {
        OperatorId id = new OperatorId(entry.id());
        return Multi.createFrom()
                .iterable(entry.ownDids())
                .onItem()
                .transformToUniAndConcatenate(
                        did -> ownKeys(id, did, foreign).invoke(keys -> writer.ownKeys(entry, did, keys)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Map<String, Object>> ownKeys(OperatorId id, String did, ForeignOperators.@Nullable Held foreign) {
        return foreign == null
                ? issuers.registered(id, did).map(PublishedKeys::didDocument)
                : foreigners.document(id, did).map(GatherIssuers::document);
    }

    private static Map<String, Object> document(byte[] json) {
        return StrictJson.toMap(StrictJson.read(json));
    }
}
