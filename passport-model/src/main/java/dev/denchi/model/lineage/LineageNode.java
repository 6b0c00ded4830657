package dev.denchi.model.lineage;

import dev.denchi.model.lot.CustodyModel;
import dev.denchi.model.lot.ElementMass;
import dev.denchi.model.lot.Material;
import dev.denchi.model.lot.Transformation;
import dev.denchi.model.lot.WasteClass;
import dev.denchi.model.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lot, a step or a claim. Ids, operators and facilities are texts: the true ones, or the pseudonyms that a reader gets instead.
 */
public sealed interface LineageNode {

    /** Unique in its graph. */
    String id();

    String operator();

    /** Where it was made, done or consumed. */
    String facility();

    /** The hash of the record that says it: the same for every reader; {@code null} where it is not known. */
    @Nullable
    String sha256();

    <R> R match(Cases<R> cases);

    /** One answer for each sort of node. */
    interface Cases<R> {
        R lot(Lot lot);

        R step(Step step);

        R claim(Claim claim);
    }

    /** @param waste {@code null} for what is no waste, or comes from lots */
    record Lot(
            String id,
            String operator,
            String facility,
            @Nullable String sha256,
            Material material,
            Mass mass,
            LocalDate producedOn,
            @Nullable WasteClass waste,
            List<ElementMass> elements)
            implements LineageNode {

        public Lot {
            elements = List.copyOf(elements);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.lot(this);
        }
    }

    record Step(
            String id,
            String operator,
            String facility,
            @Nullable String sha256,
            Transformation.Type type,
            LocalDate from,
            LocalDate to,
            CustodyModel custody)
            implements LineageNode {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.step(this);
        }
    }

    record Claim(
            String id,
            String operator,
            String facility,
            @Nullable String sha256,
            String model,
            int year) implements LineageNode {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.claim(this);
        }
    }
}
