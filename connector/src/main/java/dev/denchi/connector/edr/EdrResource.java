package dev.denchi.connector.edr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.edc.edr.spi.store.EndpointDataReferenceStore;
import org.eclipse.edc.edr.spi.types.EndpointDataReferenceEntry;
import org.eclipse.edc.spi.constants.CoreConstants;
import org.eclipse.edc.spi.query.Criterion;
import org.eclipse.edc.spi.query.QuerySpec;
import org.eclipse.edc.spi.types.domain.DataAddress;
import org.eclipse.edc.web.spi.exception.InvalidRequestException;
import org.eclipse.edc.web.spi.exception.ObjectNotFoundException;
import org.jspecify.annotations.Nullable;

/** Address and token of a started transfer, at the path and in the words of EDC's own EDR cache. */
@Path("/v3/edrs")
@Produces(MediaType.APPLICATION_JSON)
public final class EdrResource {

    private static final int USUAL_LIMIT = 50;
    private static final Map<String, String> CONTEXT = Map.of("@vocab", CoreConstants.EDC_NAMESPACE);

    private final EndpointDataReferenceStore references;

    EdrResource(EndpointDataReferenceStore references) {
        this.references = references;
    }

    /** Which references are asked for. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Query(
            @Nullable Integer offset,
            @Nullable Integer limit,
            @Nullable List<Criterion> filterExpression) {

        QuerySpec spec() {
            return QuerySpec.Builder.newInstance()
                    .offset(offset == null ? 0 : offset)
                    .limit(limit == null ? USUAL_LIMIT : limit)
                    .filter(filterExpression == null ? List.of() : filterExpression)
                    .build();
        }
    }

    @GET
    @Path("/{transferId}/dataaddress")
    public Map<String, Object> dataAddress(@PathParam("transferId") String transferId) {
        return references
                .resolveByTransferProcess(transferId)
                .map(EdrResource::compacted)
                .orElseThrow(failure -> new ObjectNotFoundException(EndpointDataReferenceEntry.class, transferId));
    }

    @POST
    @Path("/request")
    @Consumes(MediaType.APPLICATION_JSON)
    public List<Map<String, Object>> request(@Nullable Query query) {
        var spec = query == null ? QuerySpec.none() : query.spec();
        return references
                .query(spec)
                .map(entries -> entries.stream().map(EdrResource::described).toList())
                .orElseThrow(failure -> new InvalidRequestException(failure.getFailureDetail()));
    }

    private static Map<String, Object> compacted(DataAddress address) {
        var compacted = new LinkedHashMap<String, Object>();
        compacted.put("@type", "DataAddress");
        address.getProperties().forEach((name, value) -> compacted.put(local(name), value));
        compacted.put("@context", CONTEXT);
        return compacted;
    }

    private static Map<String, Object> described(EndpointDataReferenceEntry entry) {
        var described = new LinkedHashMap<String, Object>();
        described.put("@id", entry.getId());
        described.put("@type", EndpointDataReferenceEntry.EDR_ENTRY_TYPE_TERM);
        described.put(EndpointDataReferenceEntry.TRANSFER_PROCESS_ID, entry.getTransferProcessId());
        described.put(EndpointDataReferenceEntry.AGREEMENT_ID, entry.getAgreementId());
        described.put(EndpointDataReferenceEntry.ASSET_ID, entry.getAssetId());
        described.put(EndpointDataReferenceEntry.PROVIDER_ID, entry.getProviderId());
        described.put(EndpointDataReferenceEntry.CREATED_AT, entry.getCreatedAt());
        described.put("@context", CONTEXT);
        return described;
    }

    private static String local(String name) {
        return name.startsWith(CoreConstants.EDC_NAMESPACE)
                ? name.substring(CoreConstants.EDC_NAMESPACE.length())
                : name;
    }
}
