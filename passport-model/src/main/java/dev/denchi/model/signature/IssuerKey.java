package dev.denchi.model.signature;

import com.nimbusds.jose.jwk.JWK;

/** An issuer's key pair: what signs, and the public part as it is published. */
public record IssuerKey(Signer signer, JWK published) {}
