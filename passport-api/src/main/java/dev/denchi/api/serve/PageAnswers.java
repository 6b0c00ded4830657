package dev.denchi.api.serve;

import dev.denchi.api.page.Language;
import dev.denchi.api.page.PassportPages;
import dev.denchi.api.page.SignedRecord;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.serve.PassportAnswers.Read;
import dev.denchi.api.serve.form.Passport;
import dev.denchi.api.sign.ServiceAddress;
import dev.denchi.api.store.record.Head;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.model.format.StrictJson;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers a browser: a passport as a page, cut to its reader, and a refusal as a page too. */
@Singleton
class PageAnswers {
    static final String HTML = "text/html;qs=0.4"; // after JSON and the presentation for those who take anything
    private static final String TYPE = "text/html;charset=UTF-8";

    private final Passports passports;
    private final PassportAnswers answers;
    private final PassportPages pages;
    private final ServiceAddress address;

    PageAnswers(Passports passports, PassportAnswers answers, PassportPages pages, ServiceAddress address) {
        this.passports = passports;
        this.answers = answers;
        this.pages = pages;
        this.address = address;
    }

    /** @param heads finds the passport; may refuse to */
    Uni<Response> to(Supplier<Uni<List<Head>>> heads, Language language, @Nullable String ifNoneMatch) {
        return Uni.createFrom()
                .deferred(heads::get)
                .flatMap(found -> page(found, language, ifNoneMatch))
                .onFailure(Rejected.class)
                .recoverWithItem(refusal -> refused(refusal, language));
    }

    private Uni<Response> page(List<Head> heads, Language language, @Nullable String ifNoneMatch) {
        return answers.read(heads)
                .flatMap(read -> passports
                        .assembled(heads)
                        .map(passport -> page(read, passport, language))
                        .map(page -> Answers.of(page, etag(heads, page), read.readership(), ifNoneMatch)))
                .map(this::secured);
    }

    private String page(Read read, Passport passport, Language language) {
        return pages.of(
                StrictJson.read(read.compressed()),
                read.readership().isPublic(),
                address.publicUrl() + "/v1/dpps/" + encoded(passport),
                passport.records().stream().map(this::signed).toList(),
                language);
    }

    private SignedRecord signed(StoredRecord record) {
        var header = record.token().header();
        return new SignedRecord(
                header,
                address.publicUrl() + RecordReference.pathOf(header.id()),
                address.publicUrl() + "/operators/" + record.operator() + "/did.json");
    }

    private Response refused(Rejected rejected, Language language) {
        String problem = switch (rejected.type()) {
            case NOT_FOUND -> "not-found";
            case PASSPORT_DELETED -> "passport-deleted";
            case MALFORMED_REQUEST -> "malformed-request";
            default -> "other";
        };
        Response answer = Response.status(rejected.type().status())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(pages.refusal(problem, language))
                .build();
        return secured(answer);
    }

    /** A page runs nothing, fetches nothing, stands in no frame, and tells nobody where its reader came from. */
    private Response secured(Response answer) {
        return Response.fromResponse(answer)
                .type(TYPE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header("Content-Security-Policy", pages.contentSecurityPolicy())
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .build();
    }

    private static String encoded(Passport passport) {
        return URLEncoder.encode(
                passport.records().get(0).token().header().subject().value(), StandardCharsets.UTF_8);
    }

    /** Of what stands there: the page changes with its design and its words too. */
    private static String etag(List<Head> heads, String page) {
        return PassportAnswers.tag(heads, "h" + UUID.nameUUIDFromBytes(page.getBytes(StandardCharsets.UTF_8)));
    }
}
