// Verifies a record of a running service.
// usage: node verify.mjs TOKEN_ADDRESS DID_DOCUMENT_ADDRESS [API_KEY]
import { flipped, refused, verified } from './record.mjs';

const [tokenAddress, didAddress, apiKey] = process.argv.slice(2);
const headers = { accept: 'application/vc+sd-jwt', ...(apiKey ? { 'x-api-key': apiKey } : {}) };
const token = await (await fetch(tokenAddress, { headers })).text();
const did = await (await fetch(didAddress)).json();

const { alg, kid, payload } = await verified(token, did);
console.log(`jose: signature holds, ${alg}, ${kid}`);
const { id, ...attributes } = payload.credentialSubject;
console.log(`@sd-jwt/core: ${payload.issuer} says of ${id}:`);
console.log(JSON.stringify(attributes, null, 1));

const caught = await refused(flipped(token, 1), did);
console.log(caught ? 'one character changed: refused' : 'one character changed: ACCEPTED');
process.exit(caught ? 0 : 1);
