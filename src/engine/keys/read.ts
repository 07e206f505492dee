/** The one door of this folder for texts: what was given as a key, whatever it is. */
import { decodeBase64url } from '../token/base64url.ts';
import { decodeUtf8 } from '../token/utf8.ts';
import type { KeyInput } from '../types.ts';
import { isCutSequence, sequenceLength } from './der-length.ts';
import { derFormat } from './formats.ts';
import { keyTextFromBytes } from './key-text.ts';
import { materialFromJwk } from './material.ts';
import { otherThing } from './other-things.ts';
import { noteOf, problemReport } from './outcome.ts';
import { findPemBlocks, hasPemBoundary } from './pem-blocks.ts';
import { looksLikeJson, readJson } from './read-json.ts';
import { beginLineMissing, readPem } from './read-pem.ts';
import { readSecret, secretReadings } from './secret.ts';
import { type Member, readKeyFromOne, readKeyFromSet } from './several.ts';
import type { KeyMaterial, KeyProblem, ReadKey, SecretEncoding } from './shapes.ts';
import { findSshLines } from './ssh-lines.ts';

/**
 * Answers what a text given as a key is. Never throws.
 *
 * `auto`, or no encoding: a PEM, DER in base64, JWK, JWK Set or OpenSSH key is `keys`, one of them with a fault is
 * `unreadable`, and so is any other known thing (a web page, an address, a token …). A blank text is `blank`. Any other
 * text is `secret`, with every reading and the problem `not-a-key`.
 *
 * A chosen encoding gives a `secret` with that one reading, or `unreadable` with `bad-encoding` or `empty`. But a text
 * that is an asymmetric key or a PEM block, also when read in that encoding, stays what it is: a public key is never a
 * secret (key confusion, RFC 8725 section 2.1).
 *
 * `not-loaded` where a part of the engine that such a key needs did not arrive.
 */
export async function readKey(input: KeyInput): Promise<ReadKey> {
  try {
    return await readAny(input);
  } catch {
    // the one thing that fails here is a part that did not arrive: a deployment or a lost network between two chunks
    return { kind: 'unreadable', report: problemReport('text', { code: 'not-loaded', values: {} }) };
  }
}

async function readAny({ text, encoding = 'auto', passphrase }: KeyInput): Promise<ReadKey> {
  if (encoding !== 'auto') return readInEncoding(text, encoding, passphrase);
  if (text.trim() === '') return { kind: 'blank', report: problemReport('text', { code: 'empty', values: {} }) };
  const known = await readKnown(text, passphrase);
  if (known !== undefined) return known;
  const problem: KeyProblem = { code: 'not-a-key', values: { what: 'text' } };
  return {
    kind: 'secret',
    report: problemReport('text', problem, { private: true }),
    readings: await secretReadings(text),
  };
}

async function readInEncoding(
  text: string,
  encoding: SecretEncoding,
  passphrase: string | undefined,
): Promise<ReadKey> {
  const reading = await readSecret(text, encoding);
  const asKey = await asymmetricKeyOf(text, passphrase);
  if (asKey !== undefined) return asKey;
  if (!reading.ok) return { kind: 'unreadable', report: problemReport(encoding, reading.problem, { encoding }) };
  const within =
    encoding === 'utf8' ? undefined : await asymmetricKeyOf(keyTextFromBytes(reading.value.bytes), passphrase);
  return within ?? { kind: 'secret', report: reading.value.report, readings: [reading.value] };
}

async function asymmetricKeyOf(text: string, passphrase: string | undefined): Promise<ReadKey | undefined> {
  const known = await readKnown(text, passphrase);
  if (known === undefined) return undefined;
  const isAsymmetric = known.kind === 'keys' && known.keys.some(({ kty }: KeyMaterial) => kty !== 'oct');
  return isAsymmetric || findPemBlocks(text).length > 0 ? known : undefined;
}

/** The text as any known thing but a secret. */
async function readKnown(text: string, passphrase: string | undefined): Promise<ReadKey | undefined> {
  const blocks = findPemBlocks(text);
  if (looksLikeJson(text)) {
    const read = await readJson(text, passphrase);
    // not JSON after all, but a block was copied out of some
    if (blocks.length === 0 || read.report.problem?.code !== 'invalid-json') return read;
  }
  if (blocks.length > 0) return readPem(blocks, { text, passphrase, isPasted: true });
  if (hasPemBoundary(text)) return { kind: 'unreadable', report: beginLineMissing() };
  const lines = findSshLines(text);
  if (lines.length > 0) return readSshLines(lines);
  const other = otherThing(text.trim());
  if (other !== undefined) return { kind: 'unreadable', report: problemReport('text', other) };
  return readBareBase64(text, passphrase);
}

async function readSshLines(lines: ReturnType<typeof findSshLines>): Promise<ReadKey> {
  const { readOpensshPublic } = await import('./openssh/read-openssh.ts');
  const members: Member[] = [];
  for (const { type, blob } of lines) {
    const bytes = decodeBase64url(blob).bytes ?? new Uint8Array(0);
    const jwk = readOpensshPublic(type, bytes);
    members.push(
      jwk.ok
        ? await materialFromJwk(jwk.value, 'openssh-public')
        : { report: problemReport('openssh-public', jwk.problem) },
    );
  }
  const [first] = members;
  return first !== undefined && members.length === 1
    ? readKeyFromOne(first)
    : readKeyFromSet(members, 'openssh-public');
}

/** Base64 with nothing around it: of a key in DER, or of a text that is a key (as secrets of Kubernetes are kept). */
async function readBareBase64(text: string, passphrase: string | undefined): Promise<ReadKey | undefined> {
  const letters = text.replace(/\s+/g, '').replace(/={1,2}$/, '');
  if (letters.length < 16 || !/^[A-Za-z0-9+/_-]+$/.test(letters)) return undefined;
  const bytes = decodeBase64url(letters.replaceAll('+', '-').replaceAll('/', '_')).bytes;
  if (bytes === undefined) return undefined;
  if (isCutSequence(bytes))
    return { kind: 'unreadable', report: problemReport('der-base64', { code: 'truncated', values: { what: 'der' } }) };
  return sequenceLength(bytes) === bytes.length ? readBareDer(bytes, passphrase) : readInnerText(bytes, passphrase);
}

async function readBareDer(bytes: Uint8Array, passphrase: string | undefined): Promise<ReadKey | undefined> {
  const { readDer } = await import('./der/read-der.ts');
  const der = await readDer(bytes, passphrase);
  if (!der.ok) {
    // bytes that only look like DER may be a secret
    if (der.problem.code === 'not-a-key') return undefined;
    return { kind: 'unreadable', report: problemReport('der-base64', der.problem) };
  }
  const { structure, jwk } = der.value;
  const notes = structure === 'csr' ? [noteOf('certificate-request')] : [];
  return readKeyFromOne(await materialFromJwk(jwk, derFormat(structure), notes));
}

async function readInnerText(bytes: Uint8Array, passphrase: string | undefined): Promise<ReadKey | undefined> {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return undefined;
  const isKeyText = findPemBlocks(decoded.text).length > 0 || looksLikeJson(decoded.text);
  const read = isKeyText ? await readKnown(decoded.text, passphrase) : undefined;
  return read?.kind === 'keys' || read?.report.problem?.code === 'passphrase-needed' ? read : undefined;
}
