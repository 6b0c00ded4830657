package dev.denchi.model.lot;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A document that backs a statement, pinned by its hash. */
public record Evidence(Type type, String sha256) {

    public enum Type {
        ASSAY,
        WEIGHBRIDGE,
        DELIVERY_NOTE,
        WASTE_TRANSFER_NOTE,
        PROCESS_RECORD,
        CERTIFICATE_OF_ORIGIN,
        THIRD_PARTY_VERIFICATION
    }

    /** What these documents make of a statement. */
    public static Assurance assurance(Collection<Evidence> documents) {
        Set<Type> types = documents.stream()
                .map(Evidence::type)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Type.class)));
        if (types.contains(Type.THIRD_PARTY_VERIFICATION)) {
            return Assurance.THIRD_PARTY_VERIFIED;
        }
        if (types.contains(Type.ASSAY) && types.contains(Type.WEIGHBRIDGE)) {
            return Assurance.MEASURED;
        }
        return types.isEmpty() ? Assurance.SELF_DECLARED : Assurance.DOCUMENTED;
    }
}
