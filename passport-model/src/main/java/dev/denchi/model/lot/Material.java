package dev.denchi.model.lot;

import dev.denchi.model.quantity.Fraction;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What a lot consists of. For pure compounds, the mass fraction that each element can have at most, from the molar masses.
 * Article 8(1) counts cobalt, lithium and nickel in active materials only: a precursor is none yet.
 */
public enum Material {
    WASTE_BATTERIES,
    MANUFACTURING_SCRAP,
    BLACK_MASS,
    ALLOY,
    MIXED_HYDROXIDE_PRECIPITATE,
    NICKEL_SULPHATE_HEXAHYDRATE("NiSO4.6H2O", Element.NICKEL, "0.2233"),
    COBALT_SULPHATE_HEPTAHYDRATE("CoSO4.7H2O", Element.COBALT, "0.2097"),
    MANGANESE_SULPHATE_MONOHYDRATE("MnSO4.H2O", Element.MANGANESE, "0.3251"),
    LITHIUM_CARBONATE("Li2CO3", Element.LITHIUM, "0.1879"),
    LITHIUM_HYDROXIDE_MONOHYDRATE("LiOH.H2O", Element.LITHIUM, "0.1654"),
    LEAD,
    COPPER,
    GRAPHITE,
    PRECURSOR_CATHODE_ACTIVE_MATERIAL,
    CATHODE_ACTIVE_MATERIAL,
    ANODE_ACTIVE_MATERIAL,
    ELECTRODE,
    CELL,
    MODULE,
    PACK,
    OTHER;

    private final String formula;
    private final Map<Element, Fraction> atMost;

    Material() {
        this.formula = "";
        this.atMost = Map.of();
    }

    Material(String formula, Element element, String atMost) {
        this.formula = formula;
        this.atMost = Map.of(element, Fraction.of(new BigDecimal(atMost)));
    }

    /** Its chemical formula; empty for what has none. */
    public String formula() {
        return formula;
    }

    /** The mass fraction of the element that the compound can have at most; an element that is not in its formula is an impurity, of which nothing is said. */
    public Fraction atMost(Element element) {
        return atMost.getOrDefault(element, Fraction.ONE);
    }

    /** Whether its cobalt, lithium and nickel are those of active materials. */
    public boolean isActive() {
        return switch (this) {
            case CATHODE_ACTIVE_MATERIAL, ANODE_ACTIVE_MATERIAL, ELECTRODE, CELL, MODULE, PACK -> true;
            case WASTE_BATTERIES,
                    MANUFACTURING_SCRAP,
                    BLACK_MASS,
                    ALLOY,
                    MIXED_HYDROXIDE_PRECIPITATE,
                    NICKEL_SULPHATE_HEXAHYDRATE,
                    COBALT_SULPHATE_HEPTAHYDRATE,
                    MANGANESE_SULPHATE_MONOHYDRATE,
                    LITHIUM_CARBONATE,
                    LITHIUM_HYDROXIDE_MONOHYDRATE,
                    LEAD,
                    COPPER,
                    GRAPHITE,
                    PRECURSOR_CATHODE_ACTIVE_MATERIAL,
                    OTHER -> false;
        };
    }
}
