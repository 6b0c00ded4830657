package dev.denchi.api.serve.form;

import dev.denchi.api.access.reader.Readership;
import dev.denchi.api.store.record.Roles;
import dev.denchi.api.store.record.StoredRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The three roles on a record, for the few who may know them. */
public final class RolesView {
    private RolesView() {}

    /** Empty for everyone but the record's own operator and authorities. */
    public static Optional<Map<String, Object>> of(StoredRecord record, Readership readership) {
        return readership.seesRoles(record) ? Optional.of(json(record.roles())) : Optional.empty();
    }

    private static Map<String, Object> json(Roles roles) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("submittedBy", roles.submittedBy().json());
        json.put("responsibleOperator", roles.responsibleOperator().value());
        json.put("serviceProvider", roles.serviceProvider());
        return json;
    }
}
