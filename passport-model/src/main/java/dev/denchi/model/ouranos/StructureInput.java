package dev.denchi.model.ouranos;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@code PartsStructureModel} as it was sent: a part and the parts in it, two levels and no more. */
public record StructureInput(
        @Nullable PartsInput parent, @Nullable List<PartsInput> children) implements Input {
    private static final int MOST_CHILDREN = 50;

    @Override
    public Optional<String> faults() {
        List<String> faults = new ArrayList<>();
        if (parent == null) {
            faults.add("parentPartsModel: " + Faults.BLANK);
        } else {
            parent.faults().ifPresent(told -> faults.add("parentPartsModel: (" + told + ")"));
        }
        if (children == null) {
            faults.add("childrenPartsModel: " + Faults.BLANK);
        } else {
            addFaultsOf(children, faults);
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(Faults.joined(faults));
    }

    private void addFaultsOf(List<PartsInput> parts, List<String> faults) {
        int before = faults.size();
        for (int i = 0; i < parts.size(); i++) {
            String place = "childrenPartsModel[" + i + "]: (";
            parts.get(i).childFaults().ifPresent(told -> faults.add(place + told + ")"));
        }
        if (parts.size() > MOST_CHILDREN) {
            faults.add("childrenPartsModel: the length must be no more than " + MOST_CHILDREN);
        }
        if (faults.size() == before && parent != null && parent.faults().isEmpty()) {
            addRepeated(parent, parts, faults);
        }
    }

    /** The same part twice, or a part in itself, would be counted in a way that nobody can have meant. */
    private static void addRepeated(PartsInput parent, List<PartsInput> parts, List<String> faults) {
        Set<Object> seen = new HashSet<>(Set.of(parent.key()));
        for (int i = 0; i < parts.size(); i++) {
            if (!seen.add(parts.get(i).key())) {
                faults.add("childrenPartsModel[" + i + "]: must be another part than its parent and the others");
            }
        }
    }
}
