package dev.denchi.api.store;

import org.jspecify.annotations.Nullable;

/** A caller with an API key, by the key's hash; what the role means is not the store's business. */
public record KnownCaller(
        String keySha256, String name, @Nullable String operatorId, String role) {}
