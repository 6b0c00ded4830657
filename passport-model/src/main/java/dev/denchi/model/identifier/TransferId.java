package dev.denchi.model.identifier;

/**
 * A hand-over of a lot: {@code kita-recycling:DN-2026-118}, as the giver's delivery note has it.
 *
 * @param operator who gives
 */
public record TransferId(OperatorId operator, String number) {

    public TransferId {
        Numbered.check(number, "transfer");
    }

    /** @throws IllegalArgumentException when it is not of the form {@code operator:number} */
    public static TransferId parse(String text) {
        return Numbered.parse(text, "transfer", TransferId::new);
    }

    @Override
    public String toString() {
        return operator + ":" + number;
    }
}
