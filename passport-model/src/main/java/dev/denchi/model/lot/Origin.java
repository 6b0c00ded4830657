package dev.denchi.model.lot;

/** Where an element came from, as far as Article 8(1) asks. What is not known is primary. */
public enum Origin {
    /** Recovered from battery manufacturing waste. */
    PRE_CONSUMER("pre-consumer"),
    /** Recovered from post-consumer waste. */
    POST_CONSUMER("post-consumer"),
    PRIMARY("primary");

    private final String label;

    Origin(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }
}
