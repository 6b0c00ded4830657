package dev.denchi.model.identifier;

/** A manufacturing plant's identifier and the scheme that issued it, such as GLN or BPNA. */
public record FacilityIdentifier(String scheme, String value) {

    public FacilityIdentifier {
        if (scheme.isBlank() || value.isBlank()) {
            throw new IllegalArgumentException("a facility identifier wants a scheme and a value");
        }
    }

    @Override
    public String toString() {
        return scheme + ":" + value;
    }
}
