package dev.denchi.model.lot;

/** How well a statement is backed, from the weakest. A chain is as good as its weakest link. */
public enum Assurance {
    /** By nothing but its operator's word. */
    SELF_DECLARED,
    /** By documents of the trade. */
    DOCUMENTED,
    /** By a weighing and an assay. */
    MEASURED,
    /** By a third party. */
    THIRD_PARTY_VERIFIED;

    public Assurance weaker(Assurance other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
