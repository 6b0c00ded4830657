package dev.denchi.api.serve;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a reader who accepts none of the forms there are: where an address has several, the framework would pick one for him. */
final class Forms {
    private static final MediaType SD_JWT = new MediaType("application", "vc+sd-jwt");
    private static final Pattern ONE_PASSPORT = Pattern.compile("/v1/dpps/[^/]+");
    private static final MediaType PRESENTATION = new MediaType("application", "vp");

    @ServerRequestFilter
    void require(ContainerRequestContext request) {
        List<MediaType> forms = formsOf(request.getUriInfo().getPath());
        boolean acceptable = forms.isEmpty()
                || request.getAcceptableMediaTypes().stream()
                        .anyMatch(accepted -> forms.stream().anyMatch(accepted::isCompatible));
        if (!acceptable) {
            throw Rejected.because(ProblemType.NOT_ACCEPTABLE, "accept one of " + forms);
        }
    }

    private static List<MediaType> formsOf(String path) {
        if (path.startsWith("/v1/dpps/") && path.endsWith("/evidence")) {
            return List.of(new MediaType("application", "zip"));
        }
        if (path.startsWith("/01/") || ONE_PASSPORT.matcher(path).matches()) {
            return List.of(MediaType.APPLICATION_JSON_TYPE, PRESENTATION, MediaType.TEXT_HTML_TYPE);
        }
        if (path.startsWith("/v1/records")) {
            return List.of(MediaType.APPLICATION_JSON_TYPE, SD_JWT);
        }
        return path.startsWith("/v1/dpps") ? List.of(MediaType.APPLICATION_JSON_TYPE, PRESENTATION) : List.of();
    }
}
