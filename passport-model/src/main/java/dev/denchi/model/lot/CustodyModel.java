package dev.denchi.model.lot;

/** The chain of custody models of ISO 22095:2020, from the strictest to the loosest. */
public enum CustodyModel {
    IDENTITY_PRESERVED,
    SEGREGATED,
    CONTROLLED_BLENDING,
    MASS_BALANCE,
    BOOK_AND_CLAIM;

    /** Whether each output has the origins of what went in, in the same proportion; else they are allocated from a ledger. */
    public boolean keepsShares() {
        return switch (this) {
            case IDENTITY_PRESERVED, SEGREGATED, CONTROLLED_BLENDING -> true;
            case MASS_BALANCE, BOOK_AND_CLAIM -> false;
        };
    }

    /** Whether recycled content that came this way counts for Article 8. Book and claim parts the claim from the material: it does not. */
    public boolean countsForArticle8() {
        return this != BOOK_AND_CLAIM;
    }
}
