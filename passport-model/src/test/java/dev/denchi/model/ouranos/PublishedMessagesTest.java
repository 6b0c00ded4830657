package dev.denchi.model.ouranos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.denchi.model.cfp.Dqr;
import dev.denchi.model.ouranos.CfpInput.Ratings;
import dev.denchi.model.part.AmountUnit;
import dev.denchi.model.part.Figure;
import dev.denchi.model.part.Part.Labels;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The messages of the published OpenAPI document, each by the input that causes it. */
class PublishedMessagesTest {
    private static final String ID = "d9a38406-cae2-4679-b052-15a75f5531f6";
    private static final String OTHER = "d9a38406-cae2-4679-b052-15a75f5531f7";
    private static final Labels NO_LABELS = new Labels(null, null, null, null);

    @Nested
    class Of_parts {

        @Test
        void a_good_part_is_none() {
            assertEquals(Optional.empty(), part("A12345", null, "kilogram").faults());
        }

        @Test
        void are_as_published() {
            told("partsName: cannot be blank.", part("", null, "kilogram").faults());
            told(
                    "partsName: the length must be between 1 and 50.",
                    part("x".repeat(51), null, null).faults());
            told(
                    "amountRequiredUnit: cannot be allowed 'キログラム'.",
                    part("A", null, "キログラム").faults());
            told(
                    "amountRequiredUnit: the length must be between 1 and 20.",
                    part("A", null, "x".repeat(21)).faults());
            told("amountRequired: must be blank.", part("A", "1", "kilogram").faults());
        }

        @Test
        void come_in_the_order_of_the_names() {
            PartsInput nothing = new PartsInput(null, "1", null, null, null, null, null, null, NO_LABELS);

            told(
                    "operatorId: cannot be blank; partsName: cannot be blank; plantId: cannot be blank; terminatedFlag: cannot be blank; traceId: invalid UUID.",
                    nothing.faults());
        }

        @Test
        void fifty_characters_of_two_units_each_are_fifty() {
            assertEquals(Optional.empty(), part("𠮷".repeat(50), null, null).faults());
        }
    }

    @Nested
    class Of_structures {

        @Test
        void name_the_place() {
            told(
                    "parentPartsModel: (partsName: cannot be blank.).",
                    new StructureInput(part("", null, null), List.of()).faults());
            told(
                    "parentPartsModel: (amountRequired: must be blank.).",
                    new StructureInput(part("A", "1", null), List.of()).faults());
            told(
                    "parentPartsModel: cannot be blank; childrenPartsModel: cannot be blank.",
                    new StructureInput(null, null).faults());
            told(
                    "childrenPartsModel[1]: (amountRequired: is required; amountRequiredUnit: is required.).",
                    new StructureInput(part("A", null, null), List.of(part("B", "1", "unit"), part("C", null, null)))
                            .faults());
        }

        @Test
        void fifty_parts_are_the_most() {
            List<PartsInput> parts = new ArrayList<>();
            for (int i = 0; i < 51; i++) {
                parts.add(part("P" + i, "1", "unit"));
            }

            told(
                    "childrenPartsModel: the length must be no more than 50.",
                    new StructureInput(part("A", null, null), parts).faults());
            assertEquals(Optional.empty(), new StructureInput(part("A", null, null), parts.subList(0, 50)).faults());
        }

        @Test
        void a_part_is_not_in_itself_and_in_another_once() {
            told(
                    "childrenPartsModel[0]: must be another part than its parent and the others; childrenPartsModel[2]: must be another part than its parent and the others.",
                    new StructureInput(
                                    part("A", null, null),
                                    List.of(part("A", "1", "unit"), part("B", "1", "unit"), part("B", "2", "unit")))
                            .faults());
        }
    }

    @Nested
    class Of_requests {

        @Test
        void are_as_published() {
            told(
                    "downstreamTraceId: cannot be blank.",
                    request(null, status("CFP", "2024-12-31", null)).faults());
            told(
                    "responseDueDate: must be a valid date.",
                    request(ID, status("CFP", "2024-02-30", null)).faults());
            told(
                    "responseDueDate: cannot be blank.",
                    request(ID, status("CFP", null, null)).faults());
            told(
                    "requestType: cannot be allowed 'hoge'.",
                    request(ID, status("hoge", "2024-12-31", null)).faults());
            told(
                    "message: the length must be no more than 1000.",
                    request(ID, status("CFP", "2024-12-31", "x".repeat(1001))).faults());
        }

        @Test
        void ids_come_all_or_none() {
            TradeRequestInput one = new TradeRequestInput(
                    ID, ID, ID, ID, new StatusInput(null, null, null, null, "CFP", "2024-12-31", null));

            told(
                    "tradeModel.tradeId, statusModel.statusId, and statusModel.tradeId must all have values or all be null.",
                    one.faults());
        }

        @Test
        void an_end_is_cancel_or_reject() {
            told("statusId: cannot be blank.", new StatusInput(null, ID, null, null, "CFP", null, "CANCEL").faults());
            told(
                    "replyMessage: the length must be no more than 1000.",
                    new StatusInput(ID, ID, null, "x".repeat(1001), "CFP", null, "REJECT").faults());
            told(
                    "requestStatus: (cfpResponseStatus: cannot be allowed 'COMPLETED').",
                    new StatusInput(ID, ID, null, null, "CFP", null, "COMPLETED").faults());
        }
    }

    @Nested
    class Of_footprints {

        @Test
        void a_good_one_is_read_exactly() {
            FootprintInput input = new FootprintInput(rows());

            assertEquals(Optional.empty(), input.faults());
            assertEquals(AmountUnit.KILOGRAM, input.unit());
            assertEquals(Figure.of("1.5"), input.footprint().pre().production());
            assertEquals(Dqr.of("2.1", "2.2", "2.3"), input.footprint().pre().dqr());
            assertEquals(Figure.of("0"), input.footprint().main().component());
        }

        @Test
        void of_one_row_name_it() {
            told("cfpModel[0]: (traceId: cannot be blank.).", changed(0, row("preProduction", "1.5", "2.1", null)));
            told("cfpModel[0]: (cfpType: cannot be allowed 'hoge'.).", changed(0, row("hoge", "1.5", "2.1", ID)));
            told(
                    "cfpModel[0]: (ghgEmission: must be a value up to the 5th decimal place.).",
                    changed(0, row("preProduction", "1.123456", "2.1", ID)));
            told(
                    "cfpModel[0]: (ghgEmission: must be no greater than 99999.99999.).",
                    changed(0, row("preProduction", "100000", "2.1", ID)));
            told(
                    "cfpModel[0]: (ensure the combination of cfpType and dqrType is correct.).",
                    changed(
                            0,
                            new CfpInput(
                                    null,
                                    ID,
                                    new BigDecimal("1.5"),
                                    "kgCO2e/kilogram",
                                    "preProduction",
                                    "mainProcessing",
                                    ratings("2.1"))));
        }

        @Test
        void of_all_together_are_as_published() {
            List<CfpInput> five = new ArrayList<>(rows());
            five.add(rows().get(0));
            told("cfp models must be 4 elements", new FootprintInput(five).faults());
            told("cfpType mainProduction is insufficient", changed(1, row("mainComponent", "0", "0", ID)));
            told(
                    "ensure all objects have the same cfpId",
                    changed(
                            0,
                            new CfpInput(
                                    OTHER,
                                    ID,
                                    new BigDecimal("1.5"),
                                    "kgCO2e/kilogram",
                                    "preProduction",
                                    "preProcessing",
                                    ratings("2.1"))));
            told(
                    "different dqrValues are set for the same dqrType.",
                    changed(0, row("preProduction", "1.5", "3.1", ID)));
            told(
                    "set ghgEmission to a value greater than 0 for cfpType of preProduction or preComponent.",
                    changed(0, row("preProduction", "0", "2.1", ID)));
        }

        @Test
        void an_empty_array_says_all_that_is_missing() {
            told(
                    "cfp models must be 4 elements; cfpType preProduction is insufficient; cfpType mainProduction is insufficient; cfpType preComponent is insufficient; cfpType mainComponent is insufficient",
                    new FootprintInput(List.of()).faults());
        }

        private Optional<String> changed(int index, CfpInput row) {
            List<CfpInput> rows = new ArrayList<>(rows());
            rows.set(index, row);
            return new FootprintInput(rows).faults();
        }

        private List<CfpInput> rows() {
            return List.of(
                    row("preProduction", "1.5", "2.1", ID),
                    row("mainProduction", "0", "0", ID),
                    row("preComponent", "0", "2.1", ID),
                    row("mainComponent", "0", "0", ID));
        }
    }

    @Nested
    class Of_master_data {

        @Test
        void of_operators_are_as_published() {
            told("operatorName: cannot be blank.", operator("").faults());
            told(
                    "operatorName: the length must be between 1 and 256.",
                    operator("x".repeat(257)).faults());
            told(
                    "operatorAttribute: (globalOperatorId: the length must be no more than 256.).",
                    new OperatorInput(ID, "A", "B", "1", new OperatorInput.Attribute("x".repeat(257))).faults());
            told("operatorAttribute: cannot be blank.", new OperatorInput(ID, "A", "B", "1", null).faults());
        }

        @Test
        void of_plants_are_as_published() {
            told("plantName: cannot be blank.", plant("", "9876543210987123456").faults());
            told(
                    "openPlantId: the last 6 digits must always be numeric ",
                    plant("A", "98765432109871234X").faults());
            assertEquals(Optional.empty(), plant("A", "123456").faults());
        }

        private OperatorInput operator(String name) {
            return new OperatorInput(ID, name, "xx県xx市xxxx町1-1", "1234567890123", new OperatorInput.Attribute(null));
        }

        private PlantInput plant(String name, String openId) {
            return new PlantInput(null, ID, name, "xx県xx市xxxx町1-1-1234", openId, new OperatorInput.Attribute(null));
        }
    }

    private static void told(String message, Optional<String> faults) {
        assertEquals(Optional.of(message), faults);
    }

    private static PartsInput part(String name, @Nullable String amount, @Nullable String unit) {
        return new PartsInput(
                ID, null, ID, name, "modelA", false, amount == null ? null : new BigDecimal(amount), unit, NO_LABELS);
    }

    private static StatusInput status(String type, @Nullable String due, @Nullable String message) {
        return new StatusInput(null, null, message, null, type, due, null);
    }

    private static TradeRequestInput request(@Nullable String downstreamTrace, StatusInput status) {
        return new TradeRequestInput(null, ID, OTHER, downstreamTrace, status);
    }

    private static CfpInput row(String type, String emission, String teR, @Nullable String trace) {
        String process = type.startsWith("main") ? "mainProcessing" : "preProcessing";
        return new CfpInput(null, trace, new BigDecimal(emission), "kgCO2e/kilogram", type, process, ratings(teR));
    }

    private static Ratings ratings(String teR) {
        return teR.equals("0")
                ? new Ratings(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO)
                : new Ratings(new BigDecimal(teR), new BigDecimal("2.2"), new BigDecimal("2.3"));
    }
}
