package dev.denchi.model.identifier;

/** The check digits that end identifiers. */
final class CheckDigit {

    private CheckDigit() {}

    /** Of a GS1 key's other digits: weights 3 and 1 from the right (GS1 General Specifications, 7.9). */
    static char gs1(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += digitFromRight(digits, i) * (i % 2 == 0 ? 3 : 1);
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /** Of a CAS number's other digits: weights 1, 2, 3 … from the right. */
    static char cas(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += digitFromRight(digits, i) * (i + 1);
        }
        return (char) ('0' + sum % 10);
    }

    private static int digitFromRight(String digits, int i) {
        return digits.charAt(digits.length() - 1 - i) - '0';
    }
}
