package dev.denchi.connector.offer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.edc.connector.controlplane.asset.spi.domain.Asset;
import org.eclipse.edc.spi.constants.CoreConstants;
import org.eclipse.edc.spi.types.domain.DataAddress;

/** The passports of one battery model of one operator, at one access point: what a dataset of our catalogue stands for. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RecordSet(
        String id,
        String operator,
        String economicOperatorId,
        String manufacturerPartId,
        String batteryCategory,
        int accessPoint) {

    /** Namespace of the properties of our datasets. */
    static final String NAMESPACE = "https://denchi.dev/ns/";

    private static final String ADDRESS_TYPE = "DenchiRecordSet";

    Asset asset(String participantContextId) {
        return Asset.Builder.newInstance()
                .id(id)
                .participantContextId(participantContextId)
                .property(
                        CoreConstants.EDC_NAMESPACE + "name",
                        "Battery passports of %s, model %s, access point %d"
                                .formatted(operator, manufacturerPartId, accessPoint))
                .property(CoreConstants.EDC_NAMESPACE + "contenttype", "application/json")
                .property(NAMESPACE + "operator", operator)
                .property(NAMESPACE + "economicOperatorId", economicOperatorId)
                .property(NAMESPACE + "manufacturerPartId", manufacturerPartId)
                .property(NAMESPACE + "batteryCategory", batteryCategory)
                .property(NAMESPACE + "accessPoint", accessPoint)
                .dataAddress(addressOf(id))
                .build();
    }

    /** Names the record set, nothing more: where and how it is read is decided when a transfer starts. */
    static DataAddress addressOf(String id) {
        return DataAddress.Builder.newInstance()
                .type(ADDRESS_TYPE)
                .property(NAMESPACE + "id", id)
                .build();
    }
}
