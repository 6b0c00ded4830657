package dev.denchi.model.lineage;

import dev.denchi.model.lot.ElementMass;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a node's card in the picture says.
 *
 * @param lines from top to bottom, the first in bold
 * @param bars the metals of Article 8 in a lot, whose origins are drawn
 */
record Card(String fill, List<String> lines, List<ElementMass> bars) {
    private static final int LONGEST = 33;
    private static final int LONGEST_BOLD = 30;

    static Card of(LineageNode node) {
        return node.match(new Cards());
    }

    /** Short enough for a card; the whole stands in its title. */
    static String shortened(String text, boolean isBold) {
        int longest = isBold ? LONGEST_BOLD : LONGEST;
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /** {@code CAM_CALCINATION} for people: "CAM calcination". */
    static String words(Enum<?> name) {
        String words = name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.startsWith("cam ") || words.startsWith("pcam ")
                ? words.replace("cam ", "CAM ")
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static final class Cards implements LineageNode.Cases<Card> {
        @Override
        public Card lot(LineageNode.Lot lot) {
            List<String> lines = new ArrayList<>(List.of(lot.id(), words(lot.material())));
            if (lot.waste() != null) {
                String waste = words(lot.waste());
                lines.add(waste.endsWith("waste") || waste.endsWith("scrap") ? waste : waste + " waste");
            }
            lines.add(lot.mass() + ", " + lot.producedOn());
            return new Card(
                    "#ffffff",
                    lines,
                    lot.elements().stream()
                            .filter(held -> held.element().isOfArticle8())
                            .toList());
        }

        @Override
        public Card step(LineageNode.Step step) {
            return new Card(
                    "#e8ecf1",
                    List.of(words(step.type()), step.id(), step.from() + " to " + step.to(), step.operator()),
                    List.of());
        }

        @Override
        public Card claim(LineageNode.Claim claim) {
            return new Card(
                    "#fdf3d8",
                    List.of("Recycled content " + claim.year(), claim.model(), claim.operator(), claim.facility()),
                    List.of());
        }
    }
}
