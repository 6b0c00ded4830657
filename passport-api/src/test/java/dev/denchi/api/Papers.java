package dev.denchi.api;

import static dev.denchi.api.Supplies.DATA;
import static dev.denchi.api.Supplies.json;
import static dev.denchi.api.Supplies.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.List;

/** Steps with certificates: a file is named, sent, added, released. */
final class Papers {
    static final String FILES = "/api/v1/cfpCertificationFiles/";

    private Papers() {}

    static Response naming(Traders trader, String... names) {
        ObjectNode body = object();
        body.put("operatorId", trader.id().toString());
        var files = body.putArray("fileInfo");
        for (String name : names) {
            files.addObject().put("fileName", name).put("extension", name.substring(name.lastIndexOf('.') + 1));
        }
        return trader.puts("fileUploadUrl", body).put(DATA);
    }

    static String named(Traders trader, String name) {
        return json(naming(trader, name), 201).at("/0/fileId").textValue();
    }

    static Response sending(Traders trader, String fileId, byte[] bytes) {
        return trader.calls()
                .contentType("application/octet-stream")
                .body(bytes)
                .put(FILES + fileId);
    }

    static String sent(Traders trader, String name, byte[] bytes) {
        String id = named(trader, name);
        json(sending(trader, id, bytes), 201);
        return id;
    }

    static ObjectNode certificate(Traders trader, String trace) {
        ObjectNode body = object();
        body.put("operatorId", trader.id().toString()).put("traceId", trace);
        body.put("cfpCertificationDescription", "B01のCFP証明書説明。").putArray("cfpCertificationFileInfo");
        return body;
    }

    static ObjectNode with(ObjectNode certificate, String fileId, String name) {
        certificate
                .withArray("cfpCertificationFileInfo")
                .addObject()
                .put("fileId", fileId)
                .put("fileName", name);
        return certificate;
    }

    static JsonNode added(Traders trader, String trace, String fileId, String name) {
        return json(
                trader.puts("cfpCertificationInfo", with(certificate(trader, trace), fileId, name))
                        .put(DATA),
                201);
    }

    static Response releasing(Traders operator, Traders to, String trace, boolean released) {
        ObjectNode body = object();
        body.put("operatorId", operator.id().toString())
                .put("releasedToOperatorId", to.id().toString());
        body.put("traceId", trace).put("releasedFlag", released);
        return operator.puts("cfpCertificationAcl", body).put(DATA);
    }

    static Response removing(Traders trader, String trace, String... file) {
        var request =
                trader.calls().queryParam("dataTarget", "cfpCertifications").queryParam("traceId", trace);
        for (String id : List.of(file)) {
            request = request.queryParam("fileId", id);
        }
        return request.delete(DATA);
    }

    static Response downloading(Traders trader, String fileId) {
        return trader.calls().get(FILES + fileId);
    }
}
