package dev.denchi.model.massbalance;

/** A row of random bytes from which decisions are read; behind its end everything is 0, so that a shorter tape is a simpler story. */
final class Tape {
    private final byte[] bytes;
    private int read;

    Tape(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isAtEnd() {
        return read >= bytes.length;
    }

    /** From 0 to {@code bound - 1}. */
    int below(int bound) {
        return bound < 2 ? 0 : (int) (number() % bound);
    }

    /** From 0 to {@code most}. */
    long upTo(long most) {
        return most < 1 ? 0 : number() % (most + 1);
    }

    private long number() {
        long number = 0;
        for (int i = 0; i < 4; i++) {
            number = number << 8 | (isAtEnd() ? 0 : bytes[read++] & 0xff);
        }
        return number;
    }
}
