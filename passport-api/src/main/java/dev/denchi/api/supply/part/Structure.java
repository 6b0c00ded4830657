package dev.denchi.api.supply.part;

import dev.denchi.model.part.Component;
import dev.denchi.model.part.Part;
import java.util.List;

/** A part and the parts in it, in the order of their names. */
public record Structure(Part parent, List<Component> components) {}
