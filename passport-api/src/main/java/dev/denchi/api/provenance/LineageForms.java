package dev.denchi.api.provenance;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.lineage.EpcisDocument;
import dev.denchi.model.lineage.LineagePicture;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.time.Instant;
import java.util.List;

/** An answer about lineage in the form that its asker accepts: JSON for programs, a picture for people, EPCIS for
 * those who trace goods. All of them are masked alike. */
final class LineageForms {
    static final String SVG = "image/svg+xml";
    static final String EPCIS = "application/ld+json";
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(SVG), MediaType.valueOf(EPCIS))
            .build();

    private LineageForms() {}

    static Response of(LineageQuestion question, Page page, UriInfo address, Request request, Instant now) {
        Variant form = request.selectVariant(FORMS);
        if (form == null) {
            throw Rejected.because(ProblemType.NOT_ACCEPTABLE, "accept application/json, " + SVG + " or " + EPCIS);
        }
        Object entity = switch (form.getMediaType().toString()) {
            case SVG -> LineagePicture.svg(question.graph(page), "Lots, as the asker may know them");
            case EPCIS -> StrictJson.write(EpcisDocument.of(question.graph(page), now));
            default -> question.page(page, address.getPath());
        };
        return Response.ok(entity, form.getMediaType())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.VARY, "Accept, X-API-Key, Authorization")
                .build();
    }
}
