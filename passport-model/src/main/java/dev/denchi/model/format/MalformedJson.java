package dev.denchi.model.format;

/** Bytes that are no JSON document as RFC 8259 and RFC 7493 (I-JSON) want it; the message says where. */
public final class MalformedJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedJson(String message) {
        super(message);
    }
}
