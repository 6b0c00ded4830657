package dev.denchi.api.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.denchi.api.supply.answer.Bought;
import dev.denchi.api.supply.answer.Footprints;
import dev.denchi.api.supply.answer.Statements;
import dev.denchi.model.declaration.ServiceLife;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.part.AmountUnit;
import dev.denchi.model.part.Part;
import dev.denchi.model.quantity.Quantity;
import dev.denchi.model.quantity.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a part and of the battery model that it is.
 *
 * @param footprints of the part and of those at the end of its structure, as far as known
 * @param asked for footprints
 * @param diligence asked for due diligence
 * @param recycling asked for recycled content
 * @param recycled what is known of it, of the parts at the end of the structure
 * @param model what the model's current record says, {@code null} when the operator has none
 */
record PartAnswers(
        Part whole,
        Map<UUID, Footprints.Known> footprints,
        List<Bought> asked,
        List<Bought> diligence,
        List<Bought> recycling,
        Map<UUID, Statements.Known> recycled,
        ModelId modelId,
        @Nullable JsonNode model) {

    /** Empty when the model's record does not say both of what it is made of. */
    Optional<ServiceLife> serviceLife() {
        JsonNode performance = said("/performance");
        Optional<BigDecimal> energy = value(performance.path("ratedEnergy"), Unit.KILOWATT_HOUR);
        JsonNode cycles = performance.path("expectedNumberOfCycles");
        return energy.filter(rated -> rated.signum() > 0 && cycles.canConvertToInt() && cycles.intValue() > 0)
                .map(rated -> new ServiceLife(new Quantity(rated, Unit.KILOWATT_HOUR), cycles.intValue()));
    }

    /** How many of the units that the part is counted in one battery is; empty where nobody can tell without converting. */
    Optional<BigDecimal> unitsPerBattery() {
        if (whole.unit() == AmountUnit.UNIT) {
            return Optional.of(BigDecimal.ONE);
        }
        return whole.unit() == AmountUnit.KILOGRAM ? value(said("/batteryMass"), Unit.KILOGRAM) : Optional.empty();
    }

    private JsonNode said(String pointer) {
        return model == null ? MissingNode.getInstance() : model.at(pointer);
    }

    private static Optional<BigDecimal> value(JsonNode quantity, Unit unit) {
        return quantity.path("value").isNumber()
                        && unit.ucum().equals(quantity.path("unit").asText())
                ? Optional.of(quantity.path("value").decimalValue())
                : Optional.empty();
    }
}
