package dev.denchi.connector.identity;

/** Why a token is not believed. The reason goes to our log, never to the stranger. */
final class TokenRefused extends Exception {

    private static final long serialVersionUID = 1L;

    TokenRefused(String reason) {
        super(reason);
    }
}
