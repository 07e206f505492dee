/** Everything of JOSE that is not a compact JWS with its content in it. */
import { b64u, b64uJson } from '../vectors/base64url.mjs';
import { encryptCompact } from '../vectors/encrypt.mjs';
import { signRaw } from '../vectors/issue.mjs';
import { general } from '../vectors/issue-json.mjs';
import { makePair, thumbprintOf } from '../vectors/key-material.mjs';
import { decoy, digestOf, disclosureOf, issuerJwt, keyBinding, presentation } from '../vectors/sd-jwt.mjs';
import { CLAIMS, IN_TWENTY_YEARS, ISSUED } from './claims.mjs';

const CONTENT = 'Delivery note 4711\n3 crates of apples, 1 crate of pears.\n';
const PASSWORD = 'seven brave otters row home';
/** OWASP asks for 600,000 and more; fewer open at once, and the note of the example says so. */
const FEW_ROUNDS = 10_000;

export function objectExamples() {
  return [encrypted(), agreed(), withPassword(), nested(), twoSignatures(), detached(), sdJwt(), dpop()];
}

export function objectMishaps() {
  return [changedCiphertext(), foreignDisclosure()];
}

/** A pair with its `kid`, and the texts that go into the key box. */
function namedPair(type, options, members) {
  const pair = makePair(type, options);
  const more = { kid: thumbprintOf(pair.jwk), ...members };
  return {
    ...pair,
    kid: more.kid,
    namedJwk: { ...pair.privateJwk, ...more },
    privateText: laidOut({ ...pair.privateJwk, ...more }),
    publicText: laidOut({ ...pair.jwk, ...more }),
  };
}

const rsaFor = (alg, use) => namedPair('rsa', { modulusLength: 2048 }, { alg, use });
const ecFor = (alg, use) => namedPair('ec', { namedCurve: 'P-256' }, { alg, use });

function laidOut(value) {
  return JSON.stringify(value, null, 2);
}

function encrypted() {
  const pair = rsaFor('RSA-OAEP-256', 'enc');
  return { id: 'encrypted', token: sealedFor(pair, JSON.stringify(CLAIMS)), key: pair.privateText };
}

function sealedFor({ kid, publicKey }, plaintext, more = {}) {
  const header = { alg: 'RSA-OAEP-256', enc: 'A256GCM', ...more, kid };
  return encryptCompact({ header, key: publicKey, plaintext });
}

function agreed() {
  const pair = ecFor('ECDH-ES', 'enc');
  const header = { alg: 'ECDH-ES', enc: 'A256GCM', kid: pair.kid };
  const token = encryptCompact({ header, key: pair.publicKey, plaintext: JSON.stringify(CLAIMS) });
  return { id: 'key-agreement', token, key: pair.privateText };
}

function withPassword() {
  const header = { alg: 'PBES2-HS256+A128KW', enc: 'A128CBC-HS256', p2c: FEW_ROUNDS };
  const token = encryptCompact({ header, key: Buffer.from(PASSWORD), plaintext: JSON.stringify(CLAIMS) });
  return { id: 'password', token, key: PASSWORD };
}

function nested() {
  const signer = ecFor('ES256', 'sig');
  const reader = rsaFor('RSA-OAEP-256', 'enc');
  const inside = signed(signer, { typ: 'JWT' }, b64uJson(CLAIMS));
  const key = laidOut({ keys: [reader.namedJwk, signer.namedJwk] });
  return { id: 'nested', token: sealedFor(reader, inside, { cty: 'JWT' }), key };
}

function signed({ kid, privateKey }, members, payload) {
  return signRaw('ES256', privateKey, b64uJson({ alg: 'ES256', ...members, kid }), payload);
}

function twoSignatures() {
  const pairs = [
    ['RS256', rsaFor('RS256', 'sig')],
    ['ES256', ecFor('ES256', 'sig')],
  ];
  const signers = pairs.map(([alg, { kid, privateKey }]) => ({ alg, key: privateKey, protected: { alg, kid } }));
  const key = laidOut({ keys: pairs.map(([, { namedJwk }]) => namedJwk) });
  return { id: 'two-signatures', token: laidOut(general(JSON.stringify(CLAIMS), signers)), key };
}

/** RFC 7515 appendix F. */
function detached() {
  const pair = ecFor('ES256', 'sig');
  const [header, , signature] = signed(pair, {}, b64u(CONTENT)).split('.');
  return { id: 'detached', token: `${header}..${signature}`, key: pair.privateText, detached: CONTENT };
}

/** An identity, of which the holder shows a part. */
function credential() {
  const issuer = ecFor('ES256', 'sig');
  const holder = makePair('ec', { namedCurve: 'P-256' });
  const locality = disclosureOf('Cork', 'locality');
  const street = disclosureOf('1 Harbour Road', 'street_address');
  const name = disclosureOf('Ada', 'given_name');
  const birth = disclosureOf('1990-12-10', 'birthdate');
  const nationality = disclosureOf('IE');
  const jwt = issuerJwt(
    {
      iss: CLAIMS.iss,
      iat: ISSUED,
      exp: IN_TWENTY_YEARS,
      vct: 'https://id.example.com/identity',
      _sd_alg: 'sha-256',
      _sd: [...[name, birth].map((text) => digestOf(text)), decoy()].sort(),
      address: { country: 'IE', _sd: [street, locality].map((text) => digestOf(text)).sort() },
      nationalities: ['FR', { '...': digestOf(nationality) }],
      cnf: { jwk: holder.jwk },
    },
    issuer,
    { kid: issuer.kid },
  );
  return { issuer, holder, jwt, shown: [name, locality, nationality] };
}

function sdJwt() {
  const { issuer, holder, jwt, shown } = credential();
  const presented = presentation(jwt, shown);
  const token = presented + keyBinding(presented, holder, { payload: { iat: ISSUED + 60 } });
  return { id: 'sd-jwt', token, key: issuer.publicText };
}

/** At the token endpoint there is no access token yet, so no `ath` (RFC 9449 section 4.2). */
function dpop() {
  const { jwk, privateKey } = makePair('ec', { namedCurve: 'P-256' });
  const claims = { jti: 'k3Zt9-4vQ2', htm: 'POST', htu: 'https://id.example.com/token', iat: ISSUED };
  const header = { typ: 'dpop+jwt', alg: 'ES256', jwk };
  return { id: 'dpop', token: signRaw('ES256', privateKey, b64uJson(header), b64uJson(claims)), key: '' };
}

/** One bit of the ciphertext flipped by someone without the key. */
function changedCiphertext() {
  const { token, key } = encrypted();
  const parts = token.split('.');
  const ciphertext = Buffer.from(parts[3], 'base64url');
  ciphertext[40] ^= 1;
  return { id: 'changed-ciphertext', token: parts.with(3, b64u(ciphertext)).join('.'), key };
}

/** The holder adds a claim of which the issuer has signed no digest. */
function foreignDisclosure() {
  const { issuer, jwt, shown } = credential();
  const token = presentation(jwt, [...shown, disclosureOf(true, 'age_over_65')]);
  return { id: 'foreign-disclosure', token, key: issuer.publicText };
}
