package dev.denchi.model.lot;

import dev.denchi.model.identifier.OperatorId;
import java.util.List;

/** What an operator says of lots. */
public sealed interface LotEvent permits MaterialLot, Transformation, Transfer, RecycledContentClaim {

    /** Whose statement it is: nobody else may sign it. */
    OperatorId operator();

    /** What it speaks about, unique over all operators: {@code lot:kita-recycling:NI-2026-041}. */
    String key();

    /** The same for people. */
    String name();

    List<Evidence> evidence();

    /** What {@code cases} makes of this one: a case that is not thought of does not compile. */
    <R> R match(Cases<R> cases);

    /** One answer for each sort of statement. */
    interface Cases<R> {
        R lot(MaterialLot lot);

        R transformation(Transformation transformation);

        R transfer(Transfer transfer);

        R claim(RecycledContentClaim claim);
    }

    default Assurance assurance() {
        return Evidence.assurance(evidence());
    }
}
