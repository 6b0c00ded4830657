package dev.denchi.model.identifier;

/**
 * A transformation of lots: {@code kita-recycling:HM-2026-07}.
 *
 * @param operator who did it
 */
public record TransformationId(OperatorId operator, String number) {

    public TransformationId {
        Numbered.check(number, "transformation");
    }

    /** @throws IllegalArgumentException when it is not of the form {@code operator:number} */
    public static TransformationId parse(String text) {
        return Numbered.parse(text, "transformation", TransformationId::new);
    }

    @Override
    public String toString() {
        return operator + ":" + number;
    }
}
