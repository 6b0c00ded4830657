package dev.denchi.model.lot;

import java.util.Arrays;
import java.util.Optional;

/** What lots are followed for. Only the metals of Article 8 have a share of recycled content; Annex XII adds copper. */
public enum Element {
    COBALT("Cobalt", true),
    LITHIUM("Lithium", true),
    NICKEL("Nickel", true),
    LEAD("Lead", true),
    COPPER("Copper", false),
    MANGANESE("Manganese", false),
    GRAPHITE("Graphite", false);

    private final String label;
    private final boolean ofArticle8;

    Element(String label, boolean ofArticle8) {
        this.label = label;
        this.ofArticle8 = ofArticle8;
    }

    /** Its name in records. */
    public String label() {
        return label;
    }

    /** Whether Article 8 knows a share of it. */
    public boolean isOfArticle8() {
        return ofArticle8;
    }

    public static Optional<Element> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(element -> element.label.equals(label))
                .findFirst();
    }

    @Override
    public String toString() {
        return label;
    }
}
