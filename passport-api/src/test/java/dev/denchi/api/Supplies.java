package dev.denchi.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.format.StrictJson;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bodies of the Ouranos API, and the steps of a supply chain. */
final class Supplies {
    static final String DATA = "/api/v1/datatransport";
    static final String AUTH_INFO = "/api/v1/authInfo";

    private Supplies() {}

    static JsonNode json(Response answer, int status) {
        answer.then().statusCode(status);
        return StrictJson.read(answer.asByteArray());
    }

    static JsonNode get(Traders trader, String target, String... parameters) {
        return json(getting(trader, target, parameters), 200);
    }

    static Response getting(Traders trader, String target, String... parameters) {
        var request = trader.calls().queryParam("dataTarget", target);
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get(DATA);
    }

    static ObjectNode plant(Traders trader) {
        String openId = "JP-" + UUID.randomUUID().toString().substring(0, 8) + "-000001";
        ObjectNode plant = object();
        plant.putNull("plantId");
        plant.put("operatorId", trader.id().toString());
        plant.put("plantName", "A工場").put("plantAddress", "xx県xx市xxxx町1-1-1234").put("openPlantId", openId);
        plant.putObject("plantAttribute");
        return plant;
    }

    static String newPlant(Traders trader) {
        return json(trader.puts("plant", plant(trader)).put(AUTH_INFO), 201)
                .path("plantId")
                .textValue();
    }

    static ObjectNode part(Traders trader, String plant, String name, String unit, boolean terminated) {
        ObjectNode part = object();
        part.putNull("amountRequired").put("amountRequiredUnit", unit);
        part.put("operatorId", trader.id().toString()).put("partsName", name).put("plantId", plant);
        part.put("supportPartsName", "modelA").put("terminatedFlag", terminated).putNull("traceId");
        part.put("partsLabelName", "PartsA").put("partsAddInfo1", "Ver3.0");
        part.put("partsAddInfo2", "2024-12-01-2024-12-31").put("partsAddInfo3", "任意の情報が入ります");
        return part;
    }

    static ObjectNode component(ObjectNode part, String amount) {
        return part.put("amountRequired", new BigDecimal(amount));
    }

    static ObjectNode structure(ObjectNode parent, ObjectNode... children) {
        ObjectNode structure = object();
        structure.set("parentPartsModel", parent);
        structure.putArray("childrenPartsModel").addAll(List.of(children));
        return structure;
    }

    static String newPart(Traders trader, ObjectNode part) {
        return json(trader.puts("parts", part).put(DATA), 201).path("traceId").textValue();
    }

    static ObjectNode request(Traders downstream, String trace, Traders upstream) {
        ObjectNode request = object();
        ObjectNode status = request.putObject("statusModel");
        status.put("message", "来月中にご回答をお願いします。").putNull("replyMessage");
        status.putObject("requestStatus");
        status.put("requestType", "CFP").putNull("statusId").putNull("tradeId").put("responseDueDate", "2024-12-31");
        ObjectNode trade = request.putObject("tradeModel");
        trade.put("downstreamOperatorId", downstream.id().toString()).put("downstreamTraceId", trace);
        trade.putNull("tradeId")
                .put("upstreamOperatorId", upstream.id().toString())
                .putNull("upstreamTraceId");
        return request;
    }

    static JsonNode asked(Traders downstream, String trace, Traders upstream) {
        return json(
                downstream
                        .puts("tradeRequest", request(downstream, trace, upstream))
                        .put(DATA),
                201);
    }

    static Response linking(Traders upstream, String trade, String trace) {
        return upstream.calls()
                .queryParam("dataTarget", "tradeResponse")
                .queryParam("tradeId", trade)
                .queryParam("traceId", trace)
                .put(DATA);
    }

    /** @param pre production, component and the three ratings, which are the same; also {@code main} */
    static ArrayNode cfp(String trace, String unit, String[] pre, String[] main) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        rows.add(row(trace, unit, "preProduction", "preProcessing", pre[0], pre[2]));
        rows.add(row(trace, unit, "mainProduction", "mainProcessing", main[0], main[2]));
        rows.add(row(trace, unit, "preComponent", "preProcessing", pre[1], pre[2]));
        rows.add(row(trace, unit, "mainComponent", "mainProcessing", main[1], main[2]));
        return rows;
    }

    private static ObjectNode row(String trace, String unit, String type, String process, String emission, String dqr) {
        ObjectNode row = object();
        row.putNull("cfpId").put("traceId", trace).put("ghgEmission", new BigDecimal(emission));
        row.put("ghgDeclaredUnit", "kgCO2e/" + unit).put("cfpType", type).put("dqrType", process);
        ObjectNode ratings = row.putObject("dqrValue");
        for (String rating : new String[] {"TeR", "GeR", "TiR"}) {
            ratings.put(rating, new BigDecimal(dqr));
        }
        return row;
    }

    static ObjectNode end(JsonNode status, String end, @Nullable String reply) {
        ObjectNode body = object();
        body.put("message", "来月中にご回答をお願いします。").put("replyMessage", reply);
        ObjectNode standing = body.putObject("requestStatus");
        standing.put("cfpResponseStatus", end).put("tradeTreeStatus", "TERMINATED");
        standing.putNull("completedCount").putNull("completedCountModifiedAt");
        standing.putNull("tradesCount").putNull("tradesCountModifiedAt");
        body.put("requestType", "CFP").set("statusId", status.path("statusId"));
        body.set("tradeId", status.path("tradeId"));
        return body.putNull("responseDueDate");
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
