package dev.denchi.model.exchange.lot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.format.Shared;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Catena-X's own samples of recycling batches and secondary material, and what can be made of them. */
class ImportedLotsTest {
    private static final OperatorId KITA = new OperatorId("kita-recycling");
    private static final RecordReader READER = new RecordReader(new RecordSchemas());
    private static final String BATCH = "catenax/io.catenax.material_accounting/1.0.0/RecyclingBatch.json";
    private static final String VERIFIABLE =
            "catenax/io.catenax.secondary_material_content_verifiable/1.0.0/SecondaryMaterialContentVerifiable.json";
    private static final String CALCULATED =
            "catenax/io.catenax.secondary_material_content_calculated/1.0.0/SecondaryMaterialContentCalculated.json";

    @Test
    void a_recycling_batch_is_lots_and_the_steps_between_them() throws IOException {
        ImportedLots imported = MaterialAccounting.read(Shared.bytes(BATCH), KITA);

        assertEquals(
                List.of(RecordKind.LOT, RecordKind.LOT, RecordKind.TRANSFORMATION),
                imported.drafts().stream().map(ImportedLots.Draft::kind).toList());
        assertEquals(StrictJson.read("""
            {"transformationId":"kita-recycling:BATCH-0001-9999-abcd-1","type":"DISMANTLING",
             "facility":{"identifier":{"scheme":"BPNS","value":"BPNS0123456789ZZ"}},
             "period":{"from":"2024-01-01","to":"2024-01-01"},
             "inputs":[{"lotId":"kita-recycling:BATCH-0001-9999-abcd","mass":{"value":10,"unit":"kg"}}],
             "outputs":["kita-recycling:BATCH-0001-9999-abcd-1"],
             "losses":[{"kind":"Abrasion","mass":{"value":0.5,"unit":"kg"}}]}\
            """), written(imported, 2));
        assertEquals(StrictJson.read("""
            {"lotId":"kita-recycling:BATCH-0001-9999-abcd-1",
             "facility":{"identifier":{"scheme":"BPNS","value":"BPNS0123456789ZZ"}},
             "mass":{"value":9.5,"unit":"kg"},
             "transformationId":"kita-recycling:BATCH-0001-9999-abcd-1","productionDate":"2024-01-01"}\
            """), written(imported, 1));
    }

    @Test
    void what_a_batch_does_not_say_is_all_that_its_drafts_lack() throws IOException {
        ImportedLots imported = MaterialAccounting.read(Shared.bytes(BATCH), KITA);

        assertEquals(
                List.of("/material", "/elements", "/custodyModel", "/evidence"),
                faults(imported.drafts().get(1)));
        assertEquals(
                List.of("/custodyModel", "/evidence"), faults(imported.drafts().get(2)));
    }

    @Test
    void every_place_of_a_batch_that_no_draft_has_is_told() throws IOException {
        assertEquals(
                List.of(
                        "RecyclingBatch /childProcessSteps/0/weighingSlip",
                        "RecyclingBatch /childProcessSteps/0/measurementType",
                        "RecyclingBatch /childProcessSteps/0/measurementTimestamp",
                        "RecyclingBatch /container",
                        "RecyclingBatch /receiver",
                        "RecyclingBatch /sender",
                        "RecyclingBatch /globalAssetId",
                        "RecyclingBatch /processInformation",
                        "lot /elements",
                        "lot /wasteOrigin"),
                places(MaterialAccounting.read(Shared.bytes(BATCH), KITA)));
    }

    @Test
    void secondary_material_that_is_no_followed_element_has_no_elements() throws IOException {
        for (String sample : List.of(VERIFIABLE, CALCULATED)) {
            ImportedLots imported = SecondaryMaterial.read(Shared.bytes(sample), KITA, "D-7");

            ObjectNode lot = imported.drafts().get(0).attributes();
            assertEquals("PP-TD10", lot.path("tradeName").asText());
            assertTrue(lot.path("elements").isMissingNode());
            // the sample's unit is misspelt ("gramm") and no unit of its own schema
            assertTrue(lot.path("mass").isMissingNode());
            assertTrue(places(imported).contains("SecondaryMaterialContent /secondaryMaterialContent/0/unitOfMeasure"));
        }
    }

    @Test
    void pre_consumer_nickel_of_any_industry_is_primary_and_told() {
        ImportedLots imported = SecondaryMaterial.read(secondary("Nickel", "unit:gram", "250000"), KITA, "D-7");

        assertEquals(StrictJson.read("""
            {"lotId":"kita-recycling:D-7-1","tradeName":"Nickel","mass":{"value":250,"unit":"kg"},
             "elements":[{"element":"Nickel","total":{"value":250,"unit":"kg"},
                          "postConsumer":{"value":62.5,"unit":"kg"}}],
             "wasteOrigin":{"wasteClass":"POST_CONSUMER"},"custodyModel":"MASS_BALANCE"}\
            """), written(imported, 0));
        assertTrue(places(imported)
                .contains("SecondaryMaterialContent"
                        + " /secondaryMaterialContent/0/inorganic/secondaryInorganic/preConsumer"));
    }

    @Test
    void any_scrap_counts_for_lead() {
        JsonNode lot = written(SecondaryMaterial.read(secondary("Lead", "unit:kilogram", "100"), KITA, "D-7"), 0);

        assertEquals("12", lot.at("/elements/0/preConsumer/value").asText());
        assertEquals("25", lot.at("/elements/0/postConsumer/value").asText());
    }

    @Test
    void pounds_are_not_rounded_to_kilograms() {
        ImportedLots imported = SecondaryMaterial.read(secondary("Lead", "unit:pound", "100"), KITA, "D-7");

        assertTrue(written(imported, 0).path("mass").isMissingNode());
    }

    @Test
    void a_mass_finer_than_a_milligram_leaves_nothing_of_itself() {
        ImportedLots imported = SecondaryMaterial.read(secondary("Lead", "unit:kilogram", "0.0000005"), KITA, "D-7");

        assertTrue(written(imported, 0).path("mass").isMissingNode());
        assertTrue(places(imported).contains("SecondaryMaterialContent /secondaryMaterialContent/0/unitOfMeasure"));
    }

    @Test
    void a_loss_finer_than_a_milligram_is_a_loss_without_a_mass() throws IOException {
        String batch = new String(Shared.bytes(BATCH), StandardCharsets.UTF_8)
                .replaceFirst("\"processLoss\"\\s*:\\s*0\\.5", "\"processLoss\":0.4999999");
        ImportedLots imported = MaterialAccounting.read(batch.getBytes(StandardCharsets.UTF_8), KITA);

        assertEquals(
                StrictJson.read("[{\"kind\":\"Abrasion\"}]"),
                written(imported, 2).path("losses"));
        assertTrue(places(imported).contains("RecyclingBatch /childProcessSteps/0/processLoss"));
    }

    @Test
    void another_document_is_refused() {
        byte[] other = "{\"wasteCode\":\"16 01 99\"}".getBytes(StandardCharsets.UTF_8);
        assertThrows(MalformedJson.class, () -> MaterialAccounting.read(other, KITA));
        assertThrows(MalformedJson.class, () -> SecondaryMaterial.read(other, KITA, "D-7"));
    }

    private static byte[] secondary(String material, String unit, String mass) {
        return """
            {"secondaryMaterialContent":[{
              "materialNameStandardized":{"referencedStandard":"ISO","referencedStandardID":"6283",
                                          "materialNameStandardizedValue":"%s"},
              "unitOfMeasure":{"unitOfMeasureKey":"%s","materialNetMass":%s},
              "inorganic":{
                "secondaryInorganic":{
                  "preConsumer":{"mechanicalRecycling":{"percentageOfMaterialWeight":12.0,"isMassBalanced":false}},
                  "postConsumer":{
                    "mechanicalRecycling":{"percentageOfMaterialWeight":0.0,"isMassBalanced":false},
                    "chemicalRecycling":{"percentageOfMaterialWeight":10.0,"isMassBalanced":true}},
                  "postConsumerAutomotive":{
                    "mechanicalRecycling":{"percentageOfMaterialWeight":0.0,"isMassBalanced":false},
                    "chemicalRecycling":{"percentageOfMaterialWeight":15.0,"isMassBalanced":true}}},
                "primaryInorganic":{"percentageOfMaterialWeight":63.0}}}]}\
            """.formatted(material, unit, mass).getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode written(ImportedLots imported, int index) {
        return StrictJson.read(StrictJson.write(imported.drafts().get(index).attributes()));
    }

    private static List<String> faults(ImportedLots.Draft draft) {
        return READER.read(draft.kind(), draft.attributes()).violations().stream()
                .map(Violation::pointer)
                .toList();
    }

    private static List<String> places(ImportedLots imported) {
        return imported.notes().stream()
                .map(note -> note.part() + " " + note.pointer())
                .toList();
    }
}
