package dev.denchi.model.lot;

import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.TransformationId;
import dev.denchi.model.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What was made of lots at one site in one period: inputs and auxiliaries go in, outputs and losses come out.
 *
 * @param outputs whole lots, each of which names this transformation
 * @param auxiliaries what went in and is followed no further: acids, water, oxygen
 */
public record Transformation(
        TransformationId id,
        Type type,
        FacilityIdentifier facility,
        LocalDate from,
        LocalDate to,
        List<Draw> inputs,
        List<LotId> outputs,
        Mass auxiliaries,
        List<Loss> losses,
        CustodyModel custody,
        List<Evidence> evidence)
        implements LotEvent {

    public Transformation {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        losses = List.copyOf(losses);
        evidence = List.copyOf(evidence);
    }

    public enum Type {
        WASTE_INTAKE,
        DISMANTLING,
        SHREDDING_BLACK_MASS,
        PYROMETALLURGY,
        HYDROMETALLURGICAL_REFINING,
        PCAM_PRECIPITATION,
        CAM_CALCINATION,
        ELECTRODE_COATING,
        CELL_ASSEMBLY,
        MODULE_ASSEMBLY,
        PACK_ASSEMBLY,
        BLENDING,
        SPLIT;

        /** Whether it recovers materials of waste, so that Annex XII has targets for it. */
        public boolean isRecycling() {
            return switch (this) {
                case DISMANTLING, SHREDDING_BLACK_MASS, PYROMETALLURGY, HYDROMETALLURGICAL_REFINING -> true;
                case WASTE_INTAKE,
                        PCAM_PRECIPITATION,
                        CAM_CALCINATION,
                        ELECTRODE_COATING,
                        CELL_ASSEMBLY,
                        MODULE_ASSEMBLY,
                        PACK_ASSEMBLY,
                        BLENDING,
                        SPLIT -> false;
            };
        }
    }

    /**
     * What came out and is followed no further.
     *
     * @param kind such as slag, waste water, dust, evaporation, or a difference of measurement
     * @param elements how much of each element went with it
     */
    public record Loss(String kind, Mass mass, Map<Element, Mass> elements) {
        public Loss {
            elements = Map.copyOf(elements);
        }
    }

    @Override
    public OperatorId operator() {
        return id.operator();
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.transformation(this);
    }

    @Override
    public String key() {
        return "transformation:" + id;
    }

    @Override
    public String name() {
        return "Transformation " + id;
    }

    public Mass lost(Element element) {
        return losses.stream()
                .map(loss -> loss.elements().getOrDefault(element, Mass.ZERO))
                .reduce(Mass.ZERO, Mass::plus);
    }
}
