package dev.denchi.api.access.account;

/**
 * What somebody gets who signs in.
 *
 * @param refresh makes new access tokens
 */
public record Tokens(String access, String refresh) {}
