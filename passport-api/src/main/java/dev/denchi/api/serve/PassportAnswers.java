package dev.denchi.api.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.denchi.api.access.Caller;
import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.reader.PolicyHistory;
import dev.denchi.api.access.reader.Readers;
import dev.denchi.api.access.reader.Readership;
import dev.denchi.api.audit.ReadLog;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.serve.form.ElementPath;
import dev.denchi.api.serve.form.Passport;
import dev.denchi.api.serve.form.PassportView;
import dev.denchi.api.store.record.Head;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers with a passport cut to the caller, from memory when the same versions were cut the same way before. */
@Singleton
public class PassportAnswers {
    private static final long BYTES_IN_MEMORY = 64L * 1024 * 1024;

    private final Passports passports;
    private final Readers readers;
    private final PolicyHistory history;
    private final DeletedPassports deleted;
    private final ReadLog log;
    private final CurrentCaller caller;
    private final Cache<Key, Rendered> rendered = Caffeine.newBuilder()
            .maximumWeight(BYTES_IN_MEMORY)
            .weigher((Key key, Rendered view) -> view.bytes().length)
            .build();

    public enum Form {
        COMPRESSED("j"),
        FULL("f"),
        PRESENTATION("p");

        private final String tag;

        Form(String tag) {
            this.tag = tag;
        }

        /** That of EN 18222's parameter {@code representation}. */
        public static Form asked(@Nullable String representation) {
            if (representation == null || representation.equals("compressed")) {
                return COMPRESSED;
            }
            if (representation.equals("full")) {
                return FULL;
            }
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, "representation is compressed or full");
        }
    }

    /** Immutable by construction: other versions, another reader or another form is another key. */
    private record Key(List<Head> heads, Readership readership, Form form) {}

    private record Rendered(byte[] bytes, String etag, String model) {}

    PassportAnswers(
            Passports passports,
            Readers readers,
            PolicyHistory history,
            DeletedPassports deleted,
            ReadLog log,
            CurrentCaller caller) {
        this.passports = passports;
        this.log = log;
        this.deleted = deleted;
        this.readers = readers;
        this.history = history;
        this.caller = caller;
    }

    public Uni<Response> to(List<Head> heads, Form form, @Nullable String ifNoneMatch) {
        Caller reading = caller.get();
        return readership(heads, reading)
                .flatMap(readership -> rendered(new Key(heads, readership, form))
                        .invoke(view -> requireCovered(reading, heads.get(0), view))
                        .map(view -> Answers.of(view.bytes(), view.etag(), readership, ifNoneMatch))
                        .call(answer -> Answers.tells(answer)
                                ? log.told(reading, readership, heads)
                                : Uni.createFrom().voidItem()));
    }

    /** What the caller is as a reader of these; fails with {@link Rejected} when there is no such passport for him any more. */
    public Uni<Readership> readership(List<Head> heads) {
        return readership(heads, caller.get());
    }

    private Uni<Readership> readership(List<Head> heads, Caller reading) {
        Set<OperatorId> owners = heads.stream().map(Head::operator).collect(Collectors.toUnmodifiableSet());
        return deleted.requireReadable(heads.get(0).subject(), reading)
                .flatMap(readable -> readers.of(reading, owners));
    }

    /** One element of the passport, as this reader sees it; what he may not see is not there. */
    public Uni<Response> element(List<Head> heads, ElementPath path, Form form, @Nullable String ifNoneMatch) {
        return read(heads)
                .map(read -> Answers.of(
                        element(path.in(StrictJson.read(read.compressed())), path, form),
                        etag(new Key(heads, read.readership(), form)),
                        read.readership(),
                        ifNoneMatch));
    }

    /** What this caller reads of a passport, in the compressed form. */
    record Read(Readership readership, byte[] compressed) {}

    /** For answers that are made of what the caller reads. */
    Uni<Read> read(List<Head> heads) {
        Caller reading = caller.get();
        return readership(heads, reading)
                .flatMap(readership -> rendered(new Key(heads, readership, Form.COMPRESSED))
                        .invoke(view -> requireCovered(reading, heads.get(0), view))
                        .call(view -> log.told(reading, readership, heads))
                        .map(view -> new Read(readership, view.bytes())));
    }

    private static byte[] element(JsonNode value, ElementPath path, Form form) {
        if (value.isMissingNode()) {
            throw Rejected.because(ProblemType.NOT_FOUND, "the passport has no such element, or none for this reader");
        }
        return StrictJson.write(form == Form.FULL ? path.expanded(value) : value);
    }

    private Uni<Rendered> rendered(Key key) {
        Rendered known = rendered.getIfPresent(key);
        return known != null
                ? Uni.createFrom().item(known)
                : passports
                        .assembled(key.heads())
                        .map(passport -> render(key, passport))
                        .invoke(view -> rendered.put(key, view));
    }

    private Rendered render(Key key, Passport passport) {
        PassportView view = new PassportView(history.policies(), passport, key.readership());
        byte[] bytes = switch (key.form()) {
            case COMPRESSED -> view.compressed();
            case FULL -> view.full();
            case PRESENTATION -> view.presentation();
        };
        return new Rendered(bytes, etag(key), passport.model().value());
    }

    /** An agreement covers one operator's passports of one model. */
    private static void requireCovered(Caller caller, Head battery, Rendered view) {
        var token = caller.token();
        if (token != null
                && !(token.operator().equals(battery.operator())
                        && token.model().value().equals(view.model()))) {
            throw Rejected.because(
                    ProblemType.FORBIDDEN,
                    "the agreement " + token.agreement() + " covers model " + token.model() + " of " + token.operator()
                            + " only");
        }
    }

    /** Whether an {@code If-Match} names the passport made of these versions, by the tag of any form or cut of it, or by {@code *}. */
    public static boolean matches(String ifMatch, List<Head> heads) {
        String start = "\"" + hash(heads) + ".";
        return Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.startsWith(start));
    }

    private static UUID hash(List<Head> heads) {
        return UUID.nameUUIDFromBytes(heads.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String etag(Key key) {
        return tag(key.heads(), key.form().tag + key.readership().tag() + "." + history.tag());
    }

    /** The entity tag of one form and cut of the passport made of these versions. */
    static String tag(List<Head> heads, String formAndCut) {
        return "\"" + hash(heads) + "." + formAndCut + "\"";
    }
}
