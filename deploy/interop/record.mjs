// A record's token verified with software that is not ours: the signature with jose, the disclosures with @sd-jwt/core.
import { createHash } from 'node:crypto';
import { SDJwtInstance } from '@sd-jwt/core';
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';

const ALGORITHMS = ['ES256', 'ES384', 'EdDSA'];

const hasher = (data, algorithm) =>
  new Uint8Array(
    createHash(algorithm.replace('-', ''))
      .update(typeof data === 'string' ? data : new Uint8Array(data))
      .digest(),
  );

// Answers the payload with the disclosed attributes in their places, or throws.
export async function verified(token, did) {
  const jwt = token.split('~')[0];
  const { kid, alg } = decodeProtectedHeader(jwt);
  const method = did.verificationMethod.find((candidate) => candidate.id === kid);
  if (!method) throw new Error(`${kid} is no key of ${did.id}`);
  const key = await importJWK(method.publicKeyJwk, alg);
  await compactVerify(jwt, key, { algorithms: ALGORITHMS });

  const verifier = async (data, signature) => {
    try {
      await compactVerify(`${data}.${signature}`, key, { algorithms: [alg] });
      return true;
    } catch {
      return false;
    }
  };
  const sdJwt = new SDJwtInstance({ hasher, hashAlg: 'sha-256', verifier });
  const { payload } = await sdJwt.verify(token);
  return { alg, kid, payload };
}

export const refused = (token, did) => verified(token, did).then(() => false, () => true);

// The same token with one character of a part changed: header 0, payload 1, signature 2.
export function flipped(token, part) {
  const [jwt, ...disclosures] = token.split('~');
  const parts = jwt.split('.');
  const other = parts[part][20] === 'A' ? 'B' : 'A';
  parts[part] = parts[part].slice(0, 20) + other + parts[part].slice(21);
  return [parts.join('.'), ...disclosures].join('~');
}
