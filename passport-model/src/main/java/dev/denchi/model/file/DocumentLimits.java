package dev.denchi.model.file;

/** How much of the documents that records point at is kept and handed over. */
public final class DocumentLimits {
    /** Bytes of one document. */
    public static final long MOST_BYTES = 64L * 1024 * 1024;

    /** Documents in one evidence package. */
    public static final int MOST_IN_PACKAGE = 2000;

    /** Bytes of all documents of one evidence package together. */
    public static final long MOST_BYTES_IN_PACKAGE = 1024L * 1024 * 1024;

    private DocumentLimits() {}
}
