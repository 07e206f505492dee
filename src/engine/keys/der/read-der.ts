/** From bytes in DER to a JWK. */
import type { JsonObject } from '../../types.ts';
import { sequenceLength } from '../der-length.ts';
import { done, refused } from '../outcome.ts';
import type { Outcome } from '../shapes.ts';
import { decryptPkcs8 } from './pbes2.ts';
import { jwkFromPkcs1Private, jwkFromPkcs8, jwkFromSec1 } from './private-key.ts';
import { jwkFromPkcs1, jwkFromSpki } from './public-key.ts';
import { type DerStructure, namesOf, structureOf, subjectKeyOf } from './structure.ts';
import { type DerNode, parseDer } from './tree.ts';

export interface DerKey {
  readonly structure: DerStructure;
  readonly jwk: JsonObject;
  /** of a certificate: its encoded names, by which a chain is known */
  readonly names?: { readonly issuer: Uint8Array; readonly subject: Uint8Array };
}

/**
 * The key in a DER encoding. Problems: `truncated`, `bad-length` (something follows the structure), `not-a-key` (none of
 * the structures that hold keys), and those of the structure: `unsupported-algorithm`, `unsupported-format`,
 * `passphrase-needed`, `passphrase-wrong` and so on. The JWK is as found: `judgeJwk` says whether it is sound.
 */
export async function readDer(bytes: Uint8Array, passphrase: string | undefined): Promise<Outcome<DerKey>> {
  const length = sequenceLength(bytes);
  if (length === undefined) return refused('not-a-key', { what: 'bytes' });
  if (length > bytes.length) return refused('truncated', { what: 'pem' });
  if (length < bytes.length)
    return refused('bad-length', { what: 'der', have: bytes.length, need: length, unit: 'bytes' });
  const node = parseDer(bytes);
  return node === undefined ? refused('not-a-key', { what: 'bytes' }) : keyFrom(node, passphrase);
}

async function keyFrom(node: DerNode, passphrase: string | undefined): Promise<Outcome<DerKey>> {
  const structure = structureOf(node);
  if (structure === undefined) return refused('not-a-key', { what: 'bytes' });
  switch (structure) {
    case 'dsa-traditional':
      return refused('unsupported-algorithm', { found: 'named-key', name: 'DSA' });
    case 'pkcs12':
    case 'pkcs7':
      return refused('unsupported-format', { found: structure });
    case 'pkcs8-encrypted':
      return encryptedKey(node, passphrase);
    default: {
      const jwk = await jwkFrom(structure, node);
      const names = structure === 'x509' ? namesOf(node) : undefined;
      return jwk.ok ? done({ structure, jwk: jwk.value, ...(names === undefined ? {} : { names }) }) : jwk;
    }
  }
}

async function encryptedKey(node: DerNode, passphrase: string | undefined): Promise<Outcome<DerKey>> {
  const inner = await decryptPkcs8(node, passphrase);
  if (!inner.ok) return inner;
  // another passphrase may by chance end the text with padding, but not make a private key of it
  if (structureOf(inner.value) !== 'pkcs8') return refused('passphrase-wrong');
  const jwk = await jwkFromPkcs8(inner.value);
  return jwk.ok ? done({ structure: 'pkcs8-encrypted', jwk: jwk.value }) : jwk;
}

function jwkFrom(
  structure: Exclude<DerStructure, 'pkcs8-encrypted'>,
  node: DerNode,
): Outcome<JsonObject> | Promise<Outcome<JsonObject>> {
  switch (structure) {
    case 'spki':
      return jwkFromSpki(node);
    case 'pkcs8':
      return jwkFromPkcs8(node);
    case 'pkcs1-public':
      return jwkFromPkcs1(node);
    case 'pkcs1-private':
      return jwkFromPkcs1Private(node);
    case 'sec1':
      return jwkFromSec1(node);
    case 'csr':
      return spkiOr(node.children[0]?.children[2]);
    case 'x509':
      return spkiOr(subjectKeyOf(node));
  }
}

function spkiOr(node: DerNode | undefined): Outcome<JsonObject> {
  return node === undefined ? refused('truncated', { what: 'pem' }) : jwkFromSpki(node);
}
