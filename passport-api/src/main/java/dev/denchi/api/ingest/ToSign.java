package dev.denchi.api.ingest;

import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.UnsignedRecord;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an operator that signs itself has to sign. Nothing of it is kept: it is good as long as it is current. */
record ToSign(RecordHeader header, UnsignedRecord record) {

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("recordId", header.id().toString());
        json.put("kind", header.kind().label());
        json.put("subject", header.subject().value());
        json.put("issuer", header.issuer());
        json.put("version", header.version());
        if (header.previousSha256() != null) {
            json.put("previousSha256", header.previousSha256());
        }
        json.put("issuedAt", header.issuedAt().toString());
        json.put("signingInput", record.signingInput());
        json.put("disclosures", record.disclosures());
        return json;
    }
}
