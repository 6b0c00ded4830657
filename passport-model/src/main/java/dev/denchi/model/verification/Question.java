package dev.denchi.model.verification;

/** What is asked of every token; a verification answers all of it, in this order. */
public enum Question {
    /** Is it an SD-JWT of a record, with each of its claims once and in agreement? */
    FORM("form"),
    /** Does its header ask for nothing but what is accepted? */
    HEADER("header"),
    /** Does each disclosure belong to a digest that was signed? */
    DISCLOSURES("disclosures"),
    /** Is the key one of the operator that the record names, and did it sign at that time? */
    ISSUER("issuer"),
    /** Does the certificate fit the key and the operator, and do the anchors vouch for it? */
    CERTIFICATE("certificate"),
    SIGNATURE("signature"),
    /** Is it not of the future? */
    ISSUED_AT("issued-at"),
    /** Has what is disclosed the form of its kind? */
    SCHEMA("schema"),
    /** Does what is disclosed keep the rules of openapi/rules.md? */
    RULES("rules"),
    /** Is it neither revoked nor superseded? */
    STATUS("status"),
    /** Does it continue the version before? */
    PREVIOUS_VERSION("previous-version"),
    /** Do the lots that it names hold what it declares? */
    MASS_BALANCE("mass-balance");

    private final String label;

    Question(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    Check passed(String reason) {
        return new Check(this, Check.Result.PASSED, reason);
    }

    Check failed(String reason) {
        return new Check(this, Check.Result.FAILED, reason);
    }

    Check indeterminate(String reason) {
        return new Check(this, Check.Result.INDETERMINATE, reason);
    }

    Check notApplicable(String reason) {
        return new Check(this, Check.Result.NOT_APPLICABLE, reason);
    }
}
