package dev.denchi.model.certificate;

/** How much a certificate may hold, as published. */
public final class CertificateLimits {
    /** Files in one certificate. */
    public static final int MOST_FILES = 100;

    /** Bytes of all files of one certificate together. */
    public static final long MOST_BYTES = 100L * 1024 * 1024;

    /** Characters of {@code cfpCertificationDescription}. */
    public static final int LONGEST_DESCRIPTION = 100;

    private CertificateLimits() {}
}
