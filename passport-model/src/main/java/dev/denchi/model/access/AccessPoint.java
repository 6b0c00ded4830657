package dev.denchi.model.access;

/** A point of Annex XIII: a group of attributes that the same readers may see. */
public enum AccessPoint {
    /** Publicly accessible information. */
    POINT_1(1),
    /** Information on the model for persons with a legitimate interest and the Commission. */
    POINT_2(2),
    /** Test reports for notified bodies, market surveillance authorities and the Commission. */
    POINT_3(3),
    /** Information on the individual battery for persons with a legitimate interest. */
    POINT_4(4);

    private final int number;

    AccessPoint(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** @throws IllegalArgumentException when Annex XIII has no such point */
    public static AccessPoint of(int number) {
        for (AccessPoint point : values()) {
            if (point.number == number) {
                return point;
            }
        }
        throw new IllegalArgumentException("Annex XIII has no point " + number);
    }
}
