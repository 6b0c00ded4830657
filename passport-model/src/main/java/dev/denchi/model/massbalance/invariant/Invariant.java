package dev.denchi.model.massbalance.invariant;

/** What holds of lots at all times, each with its number, its name in a refusal, and where it comes from. */
public enum Invariant {
    LOTS_ARE_KNOWN("I0", "lots-are-known", "Article 49(1)(d)"),
    LOTS_COME_IN_ORDER("I1", "lots-come-in-order", "Article 49(1)(d)"),
    LOT_IS_NOT_OVERDRAWN("I2", "lot-is-not-overdrawn", "ISO 22095:2020"),
    MASS_CLOSES("I3", "mass-closes", "Delegated Regulation (EU) 2025/606"),
    ELEMENTS_CLOSE("I4", "elements-close", "Delegated Regulation (EU) 2025/606"),
    RECYCLED_MASS_IS_NOT_MADE("I5", "recycled-mass-is-not-made", "Article 8(1)"),
    BLENDING_KEEPS_THE_SHARE("I5b", "blending-keeps-the-share", "ISO 22095:2020, controlled blending"),
    ORIGINS_SUM_TO_THE_TOTAL("I6", "origins-sum-to-the-total", "Article 8(1)"),
    ELEMENT_FITS_ITS_COMPOUND("I7", "element-fits-its-compound", "molar masses"),
    ALLOCATION_IS_COVERED("I8", "allocation-is-covered", "ISO 22095-2:2026"),
    ONE_CLAIM_FOR_A_KILOGRAM("I9", "one-claim-for-a-kilogram", "Article 8(1)"),
    ONLY_WHAT_ARTICLE_8_COUNTS("I10", "only-what-article-8-counts", "Article 8(1)"),
    WASTE_CLASS_DECIDES_THE_ORIGIN("I11", "waste-class-decides-the-origin", "Article 3(51), Recital 30"),
    CUSTODIAN_STANDS_BY_IT("I12", "custodian-stands-by-it", "Article 49(1)(d)"),
    CONSUMED_THERE_AND_THEN("I13", "consumed-there-and-then", "Article 8(1)"),
    SHARE_IS_THAT_OF_THE_LOTS("I14", "share-is-that-of-the-lots", "Article 8(1)"),
    RECOVERY_IS_AT_MOST_THE_INPUT("I15", "recovery-is-at-most-the-input", "Article 71, Annex XII");

    private final String number;
    private final String label;
    private final String source;

    Invariant(String number, String label, String source) {
        this.number = number;
        this.label = label;
        this.source = source;
    }

    public String number() {
        return number;
    }

    /** Its name in a refusal. */
    public String label() {
        return label;
    }

    /** The clause or standard; of Regulation (EU) 2023/1542 unless another is named. */
    public String source() {
        return source;
    }
}
