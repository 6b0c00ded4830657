// Verifies a record with software that is not ours: the signature with jose, the disclosures with @sd-jwt/core.
// usage: node verify.mjs TOKEN_ADDRESS DID_DOCUMENT_ADDRESS [API_KEY]
import { createHash } from 'node:crypto';
import { SDJwtInstance } from '@sd-jwt/core';
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';

const [tokenAddress, didAddress, apiKey] = process.argv.slice(2);
const headers = { accept: 'application/vc+sd-jwt', ...(apiKey ? { 'x-api-key': apiKey } : {}) };
const token = await (await fetch(tokenAddress, { headers })).text();
const did = await (await fetch(didAddress)).json();

const jwt = token.split('~')[0];
const { kid, alg } = decodeProtectedHeader(jwt);
const method = did.verificationMethod.find((candidate) => candidate.id === kid);
if (!method) throw new Error(`${kid} is no key of ${did.id}`);
const key = await importJWK(method.publicKeyJwk, alg);

await compactVerify(jwt, key, { algorithms: ['ES256', 'ES384'] });
console.log(`jose: signature holds, ${alg}, ${kid}`);

const hasher = (data, algorithm) =>
  new Uint8Array(createHash(algorithm.replace('-', '')).update(typeof data === 'string' ? data : new Uint8Array(data)).digest());
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
const { id, ...attributes } = payload.credentialSubject;
console.log(`@sd-jwt/core: ${payload.issuer} says of ${id}:`);
console.log(JSON.stringify(attributes, null, 1));

const parts = jwt.split('.');
parts[1] = parts[1].slice(0, 40) + (parts[1][40] === 'A' ? 'B' : 'A') + parts[1].slice(41);
const flipped = [parts.join('.'), ...token.split('~').slice(1)].join('~');
const caught = await sdJwt.verify(flipped).then(() => false, () => true);
console.log(caught ? 'one character changed: refused' : 'one character changed: ACCEPTED');
process.exit(caught ? 0 : 1);
