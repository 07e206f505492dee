/** The ways to read a text as a shared secret. */
import { decodeBase64url, encodeBase64url } from '../token/base64url.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { KeyReport } from '../types.ts';
import { done, refused } from './outcome.ts';
import type { Outcome, SecretEncoding, SecretReading } from './shapes.ts';
import { thumbprintOf } from './thumbprint.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Every way in which the text is a secret by the letter, in the order in which to try them: UTF-8 as it stands, UTF-8
 * without the white space around it (a file's last line break), base64url, base64, hex. A reading that gives the same
 * bytes as one before it is left out; a lone surrogate leaves no UTF-8.
 */
export async function secretReadings(text: string): Promise<readonly SecretReading[]> {
  const tried: readonly (readonly [SecretEncoding, Outcome<Bytes>])[] = [
    ['utf8', bytesOf(text, 'utf8')],
    ['utf8', bytesOf(text.trim(), 'utf8')],
    ['base64url', bytesOf(text, 'base64url')],
    ['base64', bytesOf(text, 'base64')],
    ['hex', bytesOf(text, 'hex')],
  ];
  const readings: SecretReading[] = [];
  for (const [encoding, read] of tried) {
    if (!read.ok || readings.some(({ bytes }) => isSame(bytes, read.value))) continue;
    readings.push(await readingOf(text, encoding, read.value));
  }
  return readings;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** The text in one encoding, with the report of that reading. Problems: `empty`, `bad-encoding`. */
export async function readSecret(text: string, encoding: SecretEncoding): Promise<Outcome<SecretReading>> {
  const bytes = bytesOf(text, encoding);
  if (!bytes.ok) return bytes;
  return done(await readingOf(text, encoding, bytes.value));
}

async function readingOf(text: string, encoding: SecretEncoding, bytes: Bytes): Promise<SecretReading> {
  const jwk = { kty: 'oct', k: encodeBase64url(bytes) };
  const report: KeyReport = {
    format: encoding === 'hex' && text.includes(':') ? 'hex-colons' : encoding,
    kty: 'oct',
    bits: bytes.length * 8,
    private: true,
    thumbprint: await thumbprintOf(jwk),
    jwk,
    encoding,
    notes: [],
    tried: [],
  };
  return { encoding, bytes, report };
}

function bytesOf(text: string, encoding: SecretEncoding): Outcome<Bytes> {
  const read = READERS[encoding](text);
  return read.ok && read.value.length === 0 ? refused('empty') : read;
}

const READERS: Readonly<Record<SecretEncoding, (text: string) => Outcome<Bytes>>> = {
  utf8: utf8Bytes,
  base64: (text) => base64Bytes(text, 'base64', /[^A-Za-z0-9+/]/),
  base64url: (text) => base64Bytes(text, 'base64url', /[^A-Za-z0-9_-]/),
  hex: hexBytes,
};

const ENCODING_NAMES: Readonly<Record<SecretEncoding, string>> = {
  utf8: 'UTF-8 text',
  base64: 'base64',
  base64url: 'base64url',
  hex: 'hex',
};

/** `at` is the offset of the first character at fault; the message counts from 1. */
function badEncoding(encoding: SecretEncoding, at: number): Outcome<Bytes> {
  return refused('bad-encoding', { encoding: ENCODING_NAMES[encoding], position: at + 1 }, { at });
}

function utf8Bytes(text: string): Outcome<Bytes> {
  const at = loneSurrogate(text);
  return at === -1 ? done(new Uint8Array(encodeUtf8(text))) : badEncoding('utf8', at);
}

/** Offset of the first surrogate that is no half of a pair, which UTF-8 cannot hold; -1 where there is none. */
function loneSurrogate(text: string): number {
  return text.isWellFormed() ? -1 : text.search(/\p{Surrogate}/u);
}

/** Padding may be left out, but where it is there it must be right (RFC 4648 section 3.2). */
function base64Bytes(text: string, encoding: 'base64' | 'base64url', foreign: RegExp): Outcome<Bytes> {
  const trimmed = text.trim();
  const offset = text.length - text.trimStart().length;
  const letters = trimmed.replace(/={1,2}$/, '');
  const outside = letters.search(foreign);
  if (outside !== -1) return badEncoding(encoding, offset + outside);
  if (letters.length !== trimmed.length && trimmed.length % 4 !== 0)
    return badEncoding(encoding, offset + letters.length);
  const decoded = decodeBase64url(letters.replaceAll('+', '-').replaceAll('/', '_'));
  return decoded.strict ? done(new Uint8Array(decoded.bytes)) : badEncoding(encoding, offset + decoded.at);
}

/** Two digits a byte, run together or with a colon between bytes. */
function hexBytes(text: string): Outcome<Bytes> {
  const trimmed = text.trim();
  const offset = text.length - text.trimStart().length;
  const step = trimmed.charAt(2) === ':' ? 3 : 2;
  const bytes = new Uint8Array(Math.ceil(trimmed.length / step));
  for (let at = 0; at < trimmed.length; at += step) {
    const pair = trimmed.slice(at, at + 2);
    if (!/^[0-9A-Fa-f]{2}$/.test(pair)) return badEncoding('hex', offset + at);
    const separator = at + 2 < trimmed.length && step === 3 ? trimmed.charAt(at + 2) : ':';
    if (separator !== ':' || (step === 3 && at + 3 === trimmed.length)) return badEncoding('hex', offset + at + 2);
    bytes[at / step] = Number.parseInt(pair, 16);
  }
  return done(bytes);
}
