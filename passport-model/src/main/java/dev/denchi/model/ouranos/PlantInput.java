package dev.denchi.model.ouranos;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A {@code PlantModel} as it was sent. */
public record PlantInput(
        @Nullable String plantId,
        @Nullable String operatorId,
        @Nullable String plantName,
        @Nullable String plantAddress,
        @Nullable String openPlantId,
        OperatorInput.@Nullable Attribute attribute)
        implements Input {
    private static final int SHORTEST_OPEN_ID = 6;
    private static final int LONGEST_OPEN_ID = 26;
    private static final Pattern ENDS_IN_SIX_DIGITS = Pattern.compile("(?s).*[0-9]{" + SHORTEST_OPEN_ID + "}");

    /** A wrong end of {@code openPlantId} is told with the blank, and without the full stop, that were published. */
    @Override
    public Optional<String> faults() {
        Faults faults = new Faults();
        faults.uuidOrNull("plantId", plantId);
        faults.uuid("operatorId", operatorId);
        faults.text("plantName", plantName, OperatorInput.LONGEST);
        faults.text("plantAddress", plantAddress, OperatorInput.LONGEST);
        faults.present("openPlantId", openPlantId, "is required");
        faults.length("openPlantId", openPlantId, 0, LONGEST_OPEN_ID);
        faults.present("plantAttribute", attribute, Faults.BLANK);
        boolean othersAreGood = faults.areNone();
        boolean endsWell =
                openPlantId == null || ENDS_IN_SIX_DIGITS.matcher(openPlantId).matches();
        faults.require("openPlantId", endsWell, "the last 6 digits must always be numeric ");
        Optional<String> told = OperatorInput.told(faults, "plantAttribute", "globalPlantId", attribute);
        return othersAreGood && !endsWell ? told.map(text -> text.replaceFirst(" \\.", " ")) : told;
    }
}
