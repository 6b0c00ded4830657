package dev.denchi.deploy.integrity;

/**
 * A row that does not fit.
 *
 * @param row what names it
 * @param what for people
 */
public record Finding(String table, String row, String what) {

    @Override
    public String toString() {
        return table + " " + row + ": " + what;
    }
}
