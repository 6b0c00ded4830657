package dev.denchi.model.evidence;

/** What is no evidence package, or has not the form of one. */
public final class MalformedEvidence extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedEvidence(String message) {
        super(message);
    }
}
