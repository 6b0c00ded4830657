package dev.denchi.model.massbalance.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.lot.Draw;
import dev.denchi.model.lot.Element;
import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.lot.Transformation;
import dev.denchi.model.massbalance.Chain;
import dev.denchi.model.massbalance.Chain.Line;
import dev.denchi.model.massbalance.LotLedger;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each invariant: the example chain with one thing changed breaks that one, and no other. */
class InvariantsTest {
    private static final Chain EXAMPLE = Chain.ofTheExamples();
    private static final String CLAIM = "recycled-content:sakura-cells:SC-NMC-77:GLN:4912345000026:2026";
    private static final String REFINING = "transformation:kita-recycling:HM-2026-007";
    private static final String PRECIPITATION = "transformation:awa-precursor:PP-26-031";
    private static final String CALCINATION = "transformation:setouchi-cathode:CC-26-044";
    private static final String SMELTING = "transformation:nanao-lead:RF-26-017";
    private static final String NICKEL_LOT = "lot:kita-recycling:NI-2026-041";

    /** What is changed, and where and how that is told. */
    private record Mutation(Invariant invariant, String refused, String message, Chain chain) {
        @Override
        public String toString() {
            return invariant + " " + message;
        }
    }

    static Stream<Mutation> mutations() {
        return Stream.of(
                new Mutation(
                        Invariant.LOTS_ARE_KNOWN,
                        CALCINATION,
                        "Lot awa-precursor:P622-26-999: there is no record of it; post it first (I0, Article 49(1)(d))",
                        EXAMPLE.with(CALCINATION, "/inputs/0/lotId", "\"awa-precursor:P622-26-999\"")),
                new Mutation(
                        Invariant.LOTS_ARE_KNOWN,
                        CALCINATION,
                        "Lot setouchi-cathode:N622-26-088: it says that it comes from setouchi-cathode:CC-26-045 at"
                                + " GLN:4912346300019, not from setouchi-cathode:CC-26-044 at GLN:4912346300019"
                                + " (I0, Article 49(1)(d))",
                        EXAMPLE.with(
                                "lot:setouchi-cathode:N622-26-088",
                                "/transformationId",
                                "\"setouchi-cathode:CC-26-045\"")),
                new Mutation(
                        Invariant.LOTS_COME_IN_ORDER,
                        CALCINATION,
                        "Lot setouchi-cathode:N622-26-088: it was made on 2026-04-01, before its input"
                                + " awa-precursor:P622-26-115 of 2026-04-16 (I1, Article 49(1)(d))",
                        EXAMPLE.with("lot:setouchi-cathode:N622-26-088", "/productionDate", "\"2026-04-01\"")),
                new Mutation(
                        Invariant.LOTS_COME_IN_ORDER,
                        "transfer:kita-recycling:DN-2026-118:answer",
                        "Lot kita-recycling:NI-2026-041: handed over on 2026-03-24, it was given on 2026-03-25"
                                + " (I1, Article 49(1)(d))",
                        EXAMPLE.with("transfer:kita-recycling:DN-2026-118:answer", "/date", "\"2026-03-24\"")),
                new Mutation(
                        Invariant.LOT_IS_NOT_OVERDRAWN,
                        "transfer:kita-recycling:DN-2026-118",
                        "Lot kita-recycling:NI-2026-041: 1112.500 kg drawn exceed the 1112.400 kg left with"
                                + " kita-recycling at GLN:4912346000018 by 0.100 kg (I2, ISO 22095:2020)",
                        EXAMPLE.with("transfer:kita-recycling:DN-2026-118", "/mass/value", "1112.5")),
                new Mutation(
                        Invariant.LOT_IS_NOT_OVERDRAWN,
                        "transfer:kita-recycling:DN-2026-118:answer",
                        "Lot kita-recycling:NI-2026-041: 1112.500 kg taken exceed the 1112.400 kg given by 0.100 kg"
                                + " (I2, ISO 22095:2020)",
                        EXAMPLE.with("transfer:kita-recycling:DN-2026-118:answer", "/mass/value", "1112.5")),
                new Mutation(
                        Invariant.MASS_CLOSES,
                        REFINING,
                        "Transformation kita-recycling:HM-2026-007: outputs of 2166.800 kg and losses of 3169.000 kg"
                                + " make 5335.800 kg, inputs and auxiliaries 5336.800 kg (I3, Delegated Regulation (EU)"
                                + " 2025/606)",
                        EXAMPLE.with(REFINING, "/auxiliaries/0/mass/value", "1311")),
                new Mutation(
                        Invariant.ELEMENTS_CLOSE,
                        REFINING,
                        "Transformation kita-recycling:HM-2026-007: Nickel output 248.200 kg and loss 15.000 kg make"
                                + " 263.200 kg, the input is 260.100 kg; the assays explain a difference of 1.734 kg"
                                + " (I4, Delegated Regulation (EU) 2025/606)",
                        EXAMPLE.with(REFINING, "/losses/0/elements/2/mass/value", "15")),
                new Mutation(
                        Invariant.ELEMENTS_CLOSE,
                        "lot:kita-recycling:BM-2026-017",
                        "Lot kita-recycling:BM-2026-017: 165.240 kg of Nickel are declared, the assay makes it 168.300"
                                + " kg with an uncertainty of 1.530 kg (I4, Delegated Regulation (EU) 2025/606)",
                        EXAMPLE.with("lot:kita-recycling:BM-2026-017", "/assays/2/massFraction/value", "16.5")),
                new Mutation(
                        Invariant.RECYCLED_MASS_IS_NOT_MADE,
                        PRECIPITATION,
                        "Transformation awa-precursor:PP-26-031: pre-consumer Nickel output 90.830 kg exceeds the input"
                                + " 90.520 kg by 0.310 kg (I5, Article 8(1))",
                        moreNickelWithinTheUncertainty()),
                new Mutation(
                        Invariant.BLENDING_KEEPS_THE_SHARE,
                        REFINING,
                        "Lot kita-recycling:NI-2026-041: pre-consumer Nickel is 91.520 kg, its share of the input"
                                + " makes it 90.520 kg (I5b, ISO 22095:2020, controlled blending)",
                        pastedOver("91.52", "156.68", EXAMPLE)),
                new Mutation(
                        Invariant.ORIGINS_SUM_TO_THE_TOTAL,
                        "lot:hokuriku-refining:CS-26-0188",
                        "Lot hokuriku-refining:CS-26-0188: pre-consumer, post-consumer and primary Cobalt make"
                                + " 800.000 kg, the total says 808.500 kg (I6, Article 8(1))",
                        EXAMPLE.with(
                                "lot:hokuriku-refining:CS-26-0188",
                                "/elements/0/primary",
                                "{\"value\":800,\"unit\":\"kg\"}")),
                new Mutation(
                        Invariant.ORIGINS_SUM_TO_THE_TOTAL,
                        NICKEL_LOT,
                        "Lot kita-recycling:NI-2026-041: primary Nickel is -0.480 kg, nothing weighs less than nothing"
                                + " (I6, Article 8(1))",
                        EXAMPLE.with(NICKEL_LOT, "/elements/0/preConsumer/value", "91")),
                new Mutation(
                        Invariant.ORIGINS_SUM_TO_THE_TOTAL,
                        "lot:hokuriku-refining:NS-26-0412",
                        "Lot hokuriku-refining:NS-26-0412: 10.000 kg of pre-consumer Nickel, from no waste and no lot"
                                + " that is known; what is unknown is primary (I6, Article 8(1))",
                        EXAMPLE.with(
                                "lot:hokuriku-refining:NS-26-0412",
                                "/elements/0/preConsumer",
                                "{\"value\":10,\"unit\":\"kg\"}")),
                new Mutation(
                        Invariant.ELEMENT_FITS_ITS_COMPOUND,
                        NICKEL_LOT,
                        "Lot kita-recycling:NI-2026-041: 248.200 kg of Nickel exceed 247.863 kg, the most that"
                                + " 1110.000 kg of NiSO4.6H2O can hold, by 0.337 kg (I7, molar masses)",
                        EXAMPLE.with(NICKEL_LOT, "/mass/value", "1110")),
                new Mutation(
                        Invariant.ALLOCATION_IS_COVERED,
                        REFINING,
                        "Transformation kita-recycling:HM-2026-007: 91.520 kg of pre-consumer Nickel allocated in"
                                + " 2026-Q1 exceed the 90.520 kg that GLN:4912346000018 has to allocate by 1.000 kg (I8,"
                                + " ISO 22095-2:2026)",
                        pastedOver("91.52", "156.68", EXAMPLE.with(REFINING, "/custodyModel", "\"MASS_BALANCE\""))),
                new Mutation(
                        Invariant.ONLY_WHAT_ARTICLE_8_COUNTS,
                        CLAIM,
                        "Claim sakura-cells:SC-NMC-77:GLN:4912345000026:2026: a share of Copper is declared, Article 8"
                                + " knows none (I10, Article 8(1))",
                        EXAMPLE.with(CLAIM, "/recycledContent/0/recycledMaterial", "\"Copper\"")),
                new Mutation(
                        Invariant.WASTE_CLASS_DECIDES_THE_ORIGIN,
                        "lot:kita-recycling:EOL-2026-031",
                        "Lot kita-recycling:EOL-2026-031: 143.200 kg of post-consumer Cobalt, out of RUN_AROUND_SCRAP"
                                + " it is primary (I11, Article 3(51), Recital 30)",
                        EXAMPLE.with(
                                "lot:kita-recycling:EOL-2026-031", "/wasteOrigin/wasteClass", "\"RUN_AROUND_SCRAP\"")),
                new Mutation(
                        Invariant.WASTE_CLASS_DECIDES_THE_ORIGIN,
                        REFINING,
                        "Lot kita-recycling:NI-2026-041: a transformation of lots yields it; its origin is that of its"
                                + " inputs, not a class of waste (I11, Article 3(51), Recital 30)",
                        onlyPostConsumerNickel()),
                new Mutation(
                        Invariant.CUSTODIAN_STANDS_BY_IT,
                        NICKEL_LOT,
                        "Lot kita-recycling:NI-2026-041: no document backs it, one at least must (I12, Article"
                                + " 49(1)(d))",
                        EXAMPLE.with(NICKEL_LOT, "/evidence", "[]")),
                new Mutation(
                        Invariant.CONSUMED_THERE_AND_THEN,
                        CLAIM,
                        "Lot setouchi-cathode:N622-26-088: consumed on 2027-01-15; the claim is on 2026, and the lot"
                                + " was made on 2026-05-12 (I13, Article 8(1))",
                        EXAMPLE.with(CLAIM, "/massBalance/consumption/0/consumedOn", "\"2027-01-15\"")),
                new Mutation(
                        Invariant.SHARE_IS_THAT_OF_THE_LOTS,
                        CLAIM,
                        "Claim sakura-cells:SC-NMC-77:GLN:4912345000026:2026: post-consumer share of Nickel declared as"
                                + " 5.5 %, the lots make it 5.4000 % (I14, Article 8(1))",
                        EXAMPLE.with(CLAIM, "/recycledContent/2/postConsumerShare/value", "5.5")),
                new Mutation(
                        Invariant.RECOVERY_IS_AT_MOST_THE_INPUT,
                        SMELTING,
                        "Transformation nanao-lead:RF-26-017: 510.400 kg of Lead recovered out of 510.000 kg, 0.400 kg"
                                + " more than went in (I15, Article 71, Annex XII)",
                        moreLeadWithinTheUncertainty()));
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void a_chain_that_breaks_one_is_refused_by_its_name(Mutation mutation) {
        List<Imbalance> found = refusals(mutation.chain(), mutation.refused());

        assertEquals(
                Set.of(mutation.invariant()),
                found.stream().map(Imbalance::invariant).collect(Collectors.toSet()),
                () -> mutation.chain().refused().toString());
        assertTrue(
                found.stream().anyMatch(each -> each.message().equals(mutation.message())),
                () -> found.stream().map(Imbalance::message).collect(Collectors.joining("\n")));
    }

    @Test
    void a_kilogram_backs_one_claim() {
        var ledger = EXAMPLE.ledger();
        Line claim = EXAMPLE.lines().get(EXAMPLE.lines().size() - 1);
        var other = claim.document().deepCopy().put("modelId", "SC-NMC-78");
        LotEvent second = new Line(claim.kind(), claim.operator(), other).event();

        List<Imbalance> found = MassBalance.judge(ledger, second, claim.operator());

        assertEquals(
                List.of(
                        "Lot setouchi-cathode:N622-26-088: 8120.000 kg drawn exceed the 0.000 kg left with sakura-cells"
                                + " at GLN:4912345000026 by 8120.000 kg; 8120.000 kg back a claim already"
                                + " (I9, Article 8(1))",
                        "Lot nanao-lead:PB-26-102: 2.100 kg drawn exceed the 0.000 kg left with sakura-cells at"
                                + " GLN:4912345000026 by 2.100 kg; 2.100 kg back a claim already (I9, Article 8(1))"),
                found.stream().map(Imbalance::message).toList());
        assertEquals(
                Set.of(Invariant.ONE_CLAIM_FOR_A_KILOGRAM),
                found.stream().map(Imbalance::invariant).collect(Collectors.toSet()));
    }

    @Test
    void a_precursor_is_no_active_material() {
        Chain chain =
                EXAMPLE.with("lot:setouchi-cathode:N622-26-088", "/material", "\"PRECURSOR_CATHODE_ACTIVE_MATERIAL\"");

        assertTrue(refusals(chain, CLAIM).stream()
                .map(Imbalance::message)
                .anyMatch(
                        ("Lot setouchi-cathode:N622-26-088: 2897.000 kg of Nickel is in"
                                        + " PRECURSOR_CATHODE_ACTIVE_MATERIAL, which is no active material (I10, Article 8(1))")
                                ::equals));
    }

    @Test
    void what_a_plant_never_had_it_did_not_consume() {
        Chain chain = EXAMPLE.with(CLAIM, "/facility/identifier/value", "\"4912345000033\"");

        List<Imbalance> found = refusals(chain, "recycled-content:sakura-cells:SC-NMC-77:GLN:4912345000033:2026");
        assertEquals(
                Set.of(Invariant.CONSUMED_THERE_AND_THEN),
                found.stream().map(Imbalance::invariant).collect(Collectors.toSet()));
    }

    @Test
    void a_statement_that_another_signed_is_not_believed() {
        LotEvent lot = EXAMPLE.event(NICKEL_LOT);

        List<Imbalance> found = MassBalance.judge(LotLedger.EMPTY, lot, new OperatorId("sakura-cells"));

        assertEquals(
                List.of("Lot kita-recycling:NI-2026-041: signed by sakura-cells, it is for kita-recycling to say"
                        + " (I12, Article 49(1)(d))"),
                found.stream().map(Imbalance::message).toList());
    }

    @Test
    void no_lot_comes_from_itself() {
        LotLedger ledger = EXAMPLE.ledger();
        var calcination = (Transformation) EXAMPLE.event(CALCINATION);
        var refining = (Transformation) EXAMPLE.event(REFINING);
        LotId cathode = calcination.outputs().get(0);
        Transformation circle = new Transformation(
                refining.id(),
                refining.type(),
                refining.facility(),
                refining.from(),
                refining.to(),
                Stream.concat(
                                refining.inputs().stream(),
                                Stream.of(new Draw(
                                        cathode,
                                        ledger.lot(cathode).orElseThrow().mass())))
                        .toList(),
                refining.outputs(),
                refining.auxiliaries(),
                refining.losses(),
                refining.custody(),
                refining.evidence());

        List<Imbalance> found = MassBalance.judge(ledger.without(refining), circle, circle.operator());

        assertTrue(found.stream()
                .map(Imbalance::message)
                .anyMatch("Lot kita-recycling:NI-2026-041: it would come from itself (I1, Article 49(1)(d))"::equals));
    }

    @Test
    void pre_consumer_metal_does_not_become_post_consumer() {
        List<Imbalance> found = refusals(pastedOver("80", "168.2", EXAMPLE), REFINING);

        assertTrue(found.stream()
                .filter(each -> each.invariant() == Invariant.RECYCLED_MASS_IS_NOT_MADE)
                .map(Imbalance::message)
                .anyMatch(
                        ("Transformation kita-recycling:HM-2026-007: post-consumer Nickel output 168.200 kg exceeds the"
                                + " input 165.240 kg by 2.960 kg (I5, Article 8(1))")::equals));
    }

    @Test
    void every_violation_is_told_at_once_with_its_place() {
        Chain chain = EXAMPLE.with(REFINING, "/auxiliaries/0/mass/value", "1311")
                .with(REFINING, "/losses/0/elements/2/mass/value", "15")
                .with(REFINING, "/evidence", "[]");

        List<Imbalance> found = refusals(chain, REFINING);

        assertEquals(
                EnumSet.of(Invariant.MASS_CLOSES, Invariant.ELEMENTS_CLOSE, Invariant.CUSTODIAN_STANDS_BY_IT),
                found.stream()
                        .map(Imbalance::invariant)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Invariant.class))));
        Imbalance nickel = found.stream()
                .filter(each -> each.element() == Element.NICKEL)
                .findFirst()
                .orElseThrow();
        assertEquals("263.200 kg", nickel.found());
        assertEquals("260.100 kg", nickel.allowed());
    }

    @Test
    void every_invariant_has_a_test() {
        Set<Invariant> tested = mutations().map(Mutation::invariant).collect(Collectors.toSet());
        tested.add(Invariant.ONE_CLAIM_FOR_A_KILOGRAM); // a_kilogram_backs_one_claim

        assertEquals(EnumSet.allOf(Invariant.class), tested);
        assertEquals(
                Invariant.values().length,
                Arrays.stream(Invariant.values())
                        .map(Invariant::label)
                        .distinct()
                        .count());
    }

    private static List<Imbalance> refusals(Chain chain, String key) {
        return chain.refused().getOrDefault(key, List.of());
    }

    private static Chain pastedOver(String pre, String post, Chain chain) {
        return chain.with(NICKEL_LOT, "/elements/0/preConsumer/value", pre)
                .with(NICKEL_LOT, "/elements/0/postConsumer/value", post);
    }

    /** 2930 kg of nickel out of 2920: a laboratory that is out by 0.5 % of the mass does not find it. */
    private static Chain moreNickelWithinTheUncertainty() {
        String precursor = "lot:awa-precursor:P622-26-115";
        return EXAMPLE.with(precursor, "/elements/0/total/value", "2930")
                .with(precursor, "/elements/0/preConsumer/value", "90.83")
                .with(precursor, "/elements/0/postConsumer/value", "158.22")
                .with(precursor, "/assays", """
                    [{"element":"Nickel","massFraction":{"value":38.1,"unit":"%"},
                      "uncertainty":{"value":0.5,"unit":"%"}}]\
                    """);
    }

    private static Chain moreLeadWithinTheUncertainty() {
        String scrap = "lot:nanao-lead:SC-26-310";
        String refined = "lot:nanao-lead:PB-26-102";
        return EXAMPLE.with(scrap, "/wasteOrigin/wasteClass", "\"RUN_AROUND_SCRAP\"")
                .with(scrap, "/elements/0/postConsumer/value", "0")
                .with(refined, "/mass/value", "510.5")
                .with(refined, "/elements/0/total/value", "510.4")
                .with(refined, "/elements/0/postConsumer/value", "0")
                .with(refined, "/assays", """
                    [{"element":"Lead","massFraction":{"value":99.98,"unit":"%"},
                      "uncertainty":{"value":3,"unit":"%"}}]\
                    """)
                .with(SMELTING, "/losses/0/mass/value", "6.5")
                .with(SMELTING, "/losses/0/elements/0/mass/value", "6.4");
    }

    /** An output that names a waste of its own, of the class that fits what it holds. */
    private static Chain onlyPostConsumerNickel() {
        return EXAMPLE.with("lot:kita-recycling:BM-2026-019", "/wasteOrigin/wasteClass", "\"POST_CONSUMER\"")
                .with(
                        "lot:kita-recycling:BM-2026-019",
                        "/elements",
                        EXAMPLE.lines()
                                .get(2)
                                .document()
                                .path("elements")
                                .toString()
                                .replace("preConsumer", "postConsumer"))
                .with(NICKEL_LOT, "/elements/0/preConsumer/value", "0")
                .with(NICKEL_LOT, "/elements/0/postConsumer/value", "248.2")
                .with("lot:kita-recycling:CO-2026-022", "/elements/0/preConsumer/value", "0")
                .with("lot:kita-recycling:CO-2026-022", "/elements/0/postConsumer/value", "171.5")
                .with("lot:kita-recycling:LI-2026-018", "/elements/0/preConsumer/value", "0")
                .with("lot:kita-recycling:LI-2026-018", "/elements/0/postConsumer/value", "44.25")
                .with(NICKEL_LOT, "/wasteOrigin", "{\"wasteClass\":\"POST_CONSUMER\"}");
    }
}
