package dev.denchi.api.provenance;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.lineage.EpcisDocument;
import dev.denchi.model.lineage.LineageGraph;
import dev.denchi.model.lineage.LineagePicture;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
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

    static Response of(LineageQuestion question, Page page, AskedPage asked, Instant now) {
        Variant form = asked.request.selectVariant(FORMS);
        if (form == null) {
            throw Rejected.because(ProblemType.NOT_ACCEPTABLE, "accept application/json, " + SVG + " or " + EPCIS);
        }
        return switch (form.getMediaType().toString()) {
            case SVG -> picture(question, page, asked);
            case EPCIS -> epcis(question, page, asked, now);
            default -> TaggedAnswer.json(question.page(page, asked.address.getPath()), asked.ifNoneMatch);
        };
    }

    private static Response picture(LineageQuestion question, Page page, AskedPage asked) {
        byte[] svg = LineagePicture.svg(question.graph(page), "Lots, as the asker may know them")
                .getBytes(StandardCharsets.UTF_8);
        return TaggedAnswer.of(svg, MediaType.valueOf(SVG), TaggedAnswer.strong(svg), asked.ifNoneMatch);
    }

    /** A document of EPCIS says when it was made. */
    private static Response epcis(LineageQuestion question, Page page, AskedPage asked, Instant now) {
        LineageGraph graph = question.graph(page);
        String etag = TaggedAnswer.weak(StrictJson.write(EpcisDocument.of(graph, Instant.EPOCH)));
        return TaggedAnswer.of(
                StrictJson.write(EpcisDocument.of(graph, now)), MediaType.valueOf(EPCIS), etag, asked.ifNoneMatch);
    }
}
