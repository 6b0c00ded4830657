package dev.denchi.model.ouranos;

import java.util.Optional;

/** A body as it was sent. */
public interface Input {

    /** All that is wrong with it by itself, in the words and the order of the published API; empty when nothing is. */
    Optional<String> faults();
}
