package dev.denchi.model.identifier;

/**
 * A material lot, wherever it goes: {@code kita-recycling:NI-2026-041}.
 *
 * @param operator who made it or took it in
 */
public record LotId(OperatorId operator, String number) {

    public LotId {
        Numbered.check(number, "lot");
    }

    /** @throws IllegalArgumentException when it is not of the form {@code operator:number} */
    public static LotId parse(String text) {
        return Numbered.parse(text, "lot", LotId::new);
    }

    @Override
    public String toString() {
        return operator + ":" + number;
    }
}
