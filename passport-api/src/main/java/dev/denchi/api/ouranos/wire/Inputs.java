package dev.denchi.api.ouranos.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.ouranos.BatteryPassportInput;
import dev.denchi.model.ouranos.CertificationInput;
import dev.denchi.model.ouranos.CertificationReleaseInput;
import dev.denchi.model.ouranos.CfpInput;
import dev.denchi.model.ouranos.CustomerRelease;
import dev.denchi.model.ouranos.DueDiligenceInput;
import dev.denchi.model.ouranos.FootprintInput;
import dev.denchi.model.ouranos.Input;
import dev.denchi.model.ouranos.OperatorInput;
import dev.denchi.model.ouranos.PartsInput;
import dev.denchi.model.ouranos.PlantInput;
import dev.denchi.model.ouranos.RecycledContentInput;
import dev.denchi.model.ouranos.ReleaseInput;
import dev.denchi.model.ouranos.ReplyMessageInput;
import dev.denchi.model.ouranos.StatusInput;
import dev.denchi.model.ouranos.StructureInput;
import dev.denchi.model.ouranos.TradeRequestInput;
import dev.denchi.model.ouranos.UploadInput;
import dev.denchi.model.part.Part;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bodies, read and judged by themselves. Each throws {@link Refusal} with all faults. */
public final class Inputs {

    private Inputs() {}

    public static PartsInput parts(byte[] body) {
        return sound(Source.DATASPACE, parts(Body.object(body, Source.DATASPACE)));
    }

    private static PartsInput parts(Body part) {
        return new PartsInput(
                part.text("operatorId"),
                part.text("traceId"),
                part.text("plantId"),
                part.text("partsName"),
                part.text("supportPartsName"),
                part.flag("terminatedFlag"),
                part.number("amountRequired"),
                part.text("amountRequiredUnit"),
                new Part.Labels(
                        part.text("partsLabelName"),
                        part.text("partsAddInfo1"),
                        part.text("partsAddInfo2"),
                        part.text("partsAddInfo3")));
    }

    public static StructureInput structure(byte[] body) {
        Body structure = Body.object(body, Source.DATASPACE);
        Body parent = structure.part("parentPartsModel");
        List<Body> children = structure.parts("childrenPartsModel");
        return sound(
                Source.DATASPACE,
                new StructureInput(parent == null ? null : parts(parent), each(children, Inputs::parts)));
    }

    public static TradeRequestInput tradeRequest(byte[] body) {
        Body request = Body.object(body, Source.DATASPACE);
        Body trade = request.placeless("tradeModel");
        return sound(
                Source.DATASPACE,
                new TradeRequestInput(
                        trade.text("tradeId"),
                        trade.text("downstreamOperatorId"),
                        trade.text("upstreamOperatorId"),
                        trade.text("downstreamTraceId"),
                        status(request.placeless("statusModel"))));
    }

    public static StatusInput status(byte[] body) {
        return sound(Source.DATASPACE, status(Body.object(body, Source.DATASPACE)));
    }

    private static StatusInput status(Body status) {
        return new StatusInput(
                status.text("statusId"),
                status.text("tradeId"),
                status.text("message"),
                status.text("replyMessage"),
                status.text("requestType"),
                status.text("responseDueDate"),
                status.placeless("requestStatus").text("cfpResponseStatus"));
    }

    public static FootprintInput footprint(byte[] body) {
        return sound(
                Source.DATASPACE,
                new FootprintInput(Body.objects(body, Source.DATASPACE).stream()
                        .map(Inputs::cfp)
                        .toList()));
    }

    private static CfpInput cfp(Body row) {
        Body ratings = row.placeless("dqrValue");
        return new CfpInput(
                row.text("cfpId"),
                row.text("traceId"),
                row.number("ghgEmission"),
                row.text("ghgDeclaredUnit"),
                row.text("cfpType"),
                row.text("dqrType"),
                new CfpInput.Ratings(ratings.number("TeR"), ratings.number("GeR"), ratings.number("TiR")));
    }

    public static ReleaseInput release(byte[] body) {
        Body release = Body.object(body, Source.DATASPACE);
        List<Body> items = release.parts("acl");
        return sound(
                Source.DATASPACE,
                new ReleaseInput(
                        release.text("operatorId"),
                        release.text("releasedToOperatorId"),
                        release.text("traceId"),
                        each(
                                items,
                                item -> new ReleaseInput.Item(item.text("aclItemGroup"), item.flag("releasedFlag")))));
    }

    public static ReplyMessageInput replyMessage(byte[] body) {
        Body reply = Body.object(body, Source.DATASPACE);
        return sound(
                Source.DATASPACE,
                new ReplyMessageInput(reply.text("operatorId"), reply.text("requestId"), reply.text("replyMessage")));
    }

    public static UploadInput upload(byte[] body) {
        Body upload = Body.object(body, Source.DATASPACE);
        List<Body> items = upload.parts("fileInfo");
        return sound(
                Source.DATASPACE,
                new UploadInput(
                        upload.text("operatorId"),
                        each(items, item -> new UploadInput.Item(item.text("fileName"), item.text("extension")))));
    }

    public static CertificationInput certification(byte[] body) {
        Body certification = Body.object(body, Source.DATASPACE);
        List<Body> items = certification.parts("cfpCertificationFileInfo");
        return sound(
                Source.DATASPACE,
                new CertificationInput(
                        certification.text("operatorId"),
                        certification.text("cfpCertificationId"),
                        certification.text("traceId"),
                        certification.text("cfpCertificationDescription"),
                        each(items, item -> new CertificationInput.Item(item.text("fileId"), item.text("fileName")))));
    }

    public static CertificationReleaseInput certificationRelease(byte[] body) {
        Body release = Body.object(body, Source.DATASPACE);
        return sound(
                Source.DATASPACE,
                new CertificationReleaseInput(
                        release.text("operatorId"),
                        release.text("releasedToOperatorId"),
                        release.text("traceId"),
                        release.flag("releasedFlag")));
    }

    public static DueDiligenceInput dueDiligence(byte[] body) {
        Body statement = Body.object(body, Source.DATASPACE);
        Body attributes = statement.part("dueDiligence");
        return sound(
                Source.DATASPACE,
                new DueDiligenceInput(
                        statement.text("dueDiligenceId"),
                        statement.text("operatorId"),
                        statement.text("traceId"),
                        attributes == null ? null : attributes.text("traceId"),
                        attributes != null,
                        customers(statement.parts("acl"))));
    }

    /** The attributes of the record in a body that has no faults; empty when it has none of them. */
    public static Optional<ObjectNode> dueDiligenceAttributes(byte[] body) {
        Body attributes = Body.object(body, Source.DATASPACE).part("dueDiligence");
        return Optional.ofNullable(attributes).map(part -> ((ObjectNode) part.object()).deepCopy());
    }

    public static RecycledContentInput recycledContent(byte[] body) {
        Body statement = Body.object(body, Source.DATASPACE);
        List<Body> rows = statement.parts("recycledContent");
        return sound(
                Source.DATASPACE,
                new RecycledContentInput(
                        statement.text("operatorId"),
                        statement.text("traceId"),
                        statement.text("recordId"),
                        each(rows, Inputs::recycled),
                        customers(statement.parts("acl"))));
    }

    private static RecycledContentInput.Row recycled(Body row) {
        return new RecycledContentInput.Row(
                row.text("element"), row.text("recycledClass"), row.number("share"), row.number("elementMass"));
    }

    public static BatteryPassportInput batteryPassport(byte[] body) {
        Body statement = Body.object(body, Source.DATASPACE);
        List<Body> passports = statement.parts("passports");
        return sound(
                Source.DATASPACE,
                new BatteryPassportInput(
                        statement.text("operatorId"),
                        statement.text("traceId"),
                        statement.text("grantId"),
                        each(
                                passports,
                                passport -> Objects.requireNonNullElse(passport.text("digitalProductPassportId"), "")),
                        customers(statement.parts("acl"))));
    }

    private static @Nullable List<CustomerRelease> customers(@Nullable List<Body> items) {
        return each(items, item -> new CustomerRelease(item.text("releasedToOperatorId"), item.flag("releasedFlag")));
    }

    public static OperatorInput operator(byte[] body) {
        Body operator = Body.object(body, Source.AUTH);
        return sound(
                Source.AUTH,
                new OperatorInput(
                        operator.text("operatorId"),
                        operator.text("operatorName"),
                        operator.text("operatorAddress"),
                        operator.text("openOperatorId"),
                        attribute(operator.part("operatorAttribute"), "globalOperatorId")));
    }

    public static PlantInput plant(byte[] body) {
        Body plant = Body.object(body, Source.AUTH);
        return sound(
                Source.AUTH,
                new PlantInput(
                        plant.text("plantId"),
                        plant.text("operatorId"),
                        plant.text("plantName"),
                        plant.text("plantAddress"),
                        plant.text("openPlantId"),
                        attribute(plant.part("plantAttribute"), "globalPlantId")));
    }

    private static OperatorInput.@Nullable Attribute attribute(@Nullable Body attribute, String member) {
        return attribute == null ? null : new OperatorInput.Attribute(attribute.text(member));
    }

    private static <T> @Nullable List<T> each(@Nullable List<Body> items, Function<Body, T> read) {
        return items == null ? null : items.stream().map(read).toList();
    }

    private static <T extends Input> T sound(Source source, T input) {
        input.faults().ifPresent(told -> {
            throw Refusal.validation(source, told);
        });
        return input;
    }
}
