/** The other objects of JOSE for the tests, by Node's own cryptography: encrypted, nested, in JSON, selectively disclosed. */
import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { encryptCompact } from '../scripts/vectors/encrypt.mjs';
import { signRaw } from '../scripts/vectors/issue.mjs';
import { digestOf, disclosureOf, issuerJwt, keyBinding, presentation } from '../scripts/vectors/sd-jwt.mjs';
import { base64url } from './tokens.ts';

export const CLAIMS = '{"sub":"rider-48213","admin":false}';
/** The same, laid out as the payload pane shows it. */
export const CLAIMS_LAID_OUT = '{\n  "sub": "rider-48213",\n  "admin": false\n}';

export interface Pair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
  /** JWK of the whole pair, as text */
  readonly text: string;
  /** JWK of the public half, as text */
  readonly publicText: string;
}

export function rsaPair(): Pair {
  return pairFrom(generateKeyPairSync('rsa', { modulusLength: 2048 }));
}

export function ecPair(): Pair {
  return pairFrom(generateKeyPairSync('ec', { namedCurve: 'P-256' }));
}

function pairFrom({ publicKey, privateKey }: { readonly publicKey: KeyObject; readonly privateKey: KeyObject }): Pair {
  const text = JSON.stringify(privateKey.export({ format: 'jwk' }));
  return { publicKey, privateKey, text, publicText: JSON.stringify(publicKey.export({ format: 'jwk' })) };
}

/** A shared secret of so many bytes, as bytes and as the text of a JWK. */
export function sharedSecret(bytes: number): { readonly bytes: Buffer; readonly text: string } {
  const secret = randomBytes(bytes);
  return { bytes: secret, text: JSON.stringify({ kty: 'oct', k: secret.toString('base64url') }) };
}

export interface JweHeader {
  readonly alg: string;
  readonly enc: string;
  readonly [name: string]: unknown;
}

/** A compact JWE; `key` is the public key, or the bytes of a secret or password. */
export function jwe(header: JweHeader, key: KeyObject | Buffer, plaintext: string | Buffer): string {
  return encryptCompact({ header, key, plaintext });
}

/** A compact JWE that asks for so many rounds of PBKDF2, and that nobody had to do them for: it cannot be opened. */
export function jweOfRounds(rounds: number, password: string): string {
  const header = { alg: 'PBES2-HS256+A128KW', enc: 'A128GCM' };
  const change = (members: object) => ({ ...members, p2c: rounds });
  return encryptCompact({ header, key: Buffer.from(password), plaintext: CLAIMS, change });
}

/** A compact JWS with ES256 over a text, or over bytes. */
export function jws(payload: string | Buffer, { privateKey }: Pair, members: object = {}): string {
  const header = base64url(JSON.stringify({ alg: 'ES256', ...members }));
  return signRaw('ES256', privateKey, header, Buffer.from(payload).toString('base64url'));
}

/** One bit of the last segment flipped. */
export function withChangedEnd(token: string): string {
  const dot = token.lastIndexOf('.') + 1;
  const bytes = Buffer.from(token.slice(dot), 'base64url');
  bytes.writeUInt8((bytes[0] ?? 0) ^ 1);
  return token.slice(0, dot) + bytes.toString('base64url');
}

export interface Credential {
  readonly jwt: string;
  /** name, age, and an entry of a list */
  readonly disclosures: readonly [given: string, age: string, nationality: string];
  readonly issuer: Pair;
  readonly holder: Pair;
}

/** An SD-JWT of three disclosures, bound to a holder. */
export function credential(): Credential {
  const issuer = ecPair();
  const holder = ecPair();
  const disclosures = [disclosureOf('Saoirse', 'given_name'), disclosureOf(34, 'age'), disclosureOf('IE')] as const;
  const [given, age, nationality] = disclosures.map((text) => digestOf(text));
  const claims = {
    iss: 'https://issuer.example',
    _sd: [given, age],
    nationalities: ['FR', { '...': nationality }],
    cnf: { jwk: holder.publicKey.export({ format: 'jwk' }) },
  };
  return { jwt: issuerJwt(claims, issuer), disclosures, issuer, holder };
}

/** What the holder shows of it. */
export function shown({ jwt }: Credential, disclosures: readonly string[]): string {
  return presentation(jwt, disclosures);
}

/** The same, with the holder's word on it. */
export function shownBound(of: Credential, disclosures: readonly string[]): string {
  const presented = shown(of, disclosures);
  return presented + keyBinding(presented, of.holder);
}
