package dev.denchi.connector.identity;

/** Gives each attempt to deliver a message a token of its own. */
@FunctionalInterface
public interface TokenRenewal {

    /** A fresh token for the same receiver, or the same text when it is not a token of this participant. */
    String renew(String token);
}
