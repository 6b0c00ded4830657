package dev.denchi.api.declaration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.api.store.record.CurrentVersions;
import dev.denchi.api.store.record.Versions;
import dev.denchi.api.supply.answer.Bought;
import dev.denchi.api.supply.answer.Footprints;
import dev.denchi.api.supply.answer.Statements;
import dev.denchi.api.supply.answer.SupplierAnswers;
import dev.denchi.api.supply.part.Parts;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.Part;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.passport.Subject;
import dev.denchi.model.trade.RequestType;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers what is known of a part; nothing of it is anybody else's than its operator's, or was told to it. */
@Singleton
class GatherAnswers {
    private final Parts parts;
    private final Footprints footprints;
    private final SupplierAnswers answers;
    private final Statements statements;
    private final CurrentVersions current;
    private final Versions versions;

    GatherAnswers(
            Parts parts,
            Footprints footprints,
            SupplierAnswers answers,
            Statements statements,
            CurrentVersions current,
            Versions versions) {
        this.parts = parts;
        this.footprints = footprints;
        this.answers = answers;
        this.statements = statements;
        this.current = current;
        this.versions = versions;
    }

    /** What was asked of one type. */
    private record Asked(Map<RequestType, List<Bought>> byType) {
        List<Bought> of(RequestType type) {
            return Objects.requireNonNull(byType.get(type));
        }

        /** The parts at the end of the structure are the same, whatever was asked about them. */
        List<UUID> ends() {
            return of(RequestType.CFP).stream()
                    .map(bought -> bought.part().trace().value())
                    .toList();
        }
    }

    /** Fails with {@link dev.denchi.api.supply.Refused} when the part is not the operator's. */
    Uni<PartAnswers> of(OperatorId operator, TraceId trace, ModelId model) {
        return parts.structure(operator, trace)
                .chain(structure ->
                        asked(operator, trace).chain(asked -> of(operator, structure.parent(), asked, model)));
    }

    private Uni<Asked> asked(OperatorId operator, TraceId whole) {
        Map<RequestType, List<Bought>> byType = new EnumMap<>(RequestType.class);
        return Multi.createFrom()
                .items(RequestType.CFP, RequestType.DD, RequestType.RECYCLED_CONTENT)
                .onItem()
                .transformToUniAndConcatenate(
                        type -> answers.of(operator, type, whole).invoke(bought -> byType.put(type, bought)))
                .collect()
                .asList()
                .replaceWith(new Asked(byType));
    }

    private Uni<PartAnswers> of(OperatorId operator, Part whole, Asked asked, ModelId model) {
        List<UUID> traces = Stream.concat(Stream.of(whole.trace().value()), asked.ends().stream())
                .distinct()
                .toList();
        return footprints
                .of(operator, traces)
                .chain(known -> statements
                        .of(operator, RequestType.RECYCLED_CONTENT, asked.ends())
                        .chain(recycled -> model(operator, model)
                                .map(said -> new PartAnswers(
                                        whole,
                                        known,
                                        asked.of(RequestType.CFP),
                                        asked.of(RequestType.DD),
                                        asked.of(RequestType.RECYCLED_CONTENT),
                                        recycled,
                                        model,
                                        said))));
    }

    private Uni<@Nullable ObjectNode> model(OperatorId operator, ModelId model) {
        return current.of(Subject.model(operator, model))
                .chain(head -> head == null
                        ? Uni.createFrom().nullItem()
                        : versions.of(head).map(record -> record.token().attributes()));
    }
}
