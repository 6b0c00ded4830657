package dev.denchi.model.cfp;

/**
 * What a supplier lets one customer know of a part, until it says otherwise.
 *
 * @param cfp the sums (Ouranos {@code TOTALCFP})
 * @param dqr how good the data are (Ouranos {@code TOTALDQR})
 */
public record Release(boolean cfp, boolean dqr) {
    public static final Release NOTHING = new Release(false, false);
}
