/** Shared secrets (RFC 7518 section 3.2, RFC 8725 section 3.5). */

import { isMadeWithUsualSecret } from '../../secrets/at-once.ts';
import { isKnownSecret } from '../../secrets/known-secrets.ts';
import { decodeBase64url } from '../../token/base64url.ts';
import { isJsonObject } from '../../token/json-kind.ts';
import { decodeUtf8 } from '../../token/utf8.ts';
import type { KeyReport } from '../../types.ts';
import { signedBytesOf } from '../../verdict/examine-jws.ts';
import { isDetached, needsSecret } from '../../verdict/without-key.ts';
import { fromNotes, fromVerdict } from '../from-reports.ts';
import { type Hit, hitIf, NOTHING, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

const AT_KEY = { part: 'key' } as const satisfies Hit;

export const HMAC_KEY_RULES: readonly Rule[] = [
  {
    id: 'hmac-key-short',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7518 section 3.2'],
    needs: 'jws',
    find: fromNotes('hmac-key-short'),
  },
  {
    id: 'hmac-key-empty',
    severity: 'error',
    confidence: 'certain',
    refs: ['CVE-2019-20933', 'CVE-2020-28637'],
    needs: 'jws',
    find: fromVerdict('key-empty'),
  },
  {
    id: 'hmac-key-dictionary',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 8725 section 3.5'],
    needs: 'jws',
    find: (subject) => onSecrets(subject, ({ text, k }) => hitIf(isKnownSecret(text ?? '', k), AT_KEY)),
  },
  {
    id: 'hmac-token-uses-known-secret',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 8725 section 3.5'],
    needs: 'jws',
    find: (subject) => hitIf(isMadeWithKnownSecret(subject), { part: 'signature' }),
  },
  {
    id: 'hmac-key-low-entropy',
    severity: 'warning',
    confidence: 'hint',
    refs: ['RFC 8725 section 3.5'],
    needs: 'jws',
    find: (subject) =>
      onSecrets(subject, ({ text }) => {
        if (text === undefined || !/^[\x20-\x7e]+$/.test(text)) return NOTHING;
        const bits = Math.floor(entropyOf(text));
        return hitIf(new Set(text).size < FEW_CHARACTERS || bits < ENOUGH_BITS, { ...AT_KEY, values: { bits } });
      }),
  },
  {
    id: 'hmac-key-django-insecure',
    severity: 'error',
    confidence: 'certain',
    refs: ['Django documentation on SECRET_KEY'],
    needs: 'jws',
    find: (subject) => onSecrets(subject, ({ text }) => hitIf(text?.startsWith('django-insecure-') === true, AT_KEY)),
  },
  {
    id: 'hmac-key-looks-encoded',
    severity: 'info',
    confidence: 'hint',
    refs: ['RFC 7518 section 3.2'],
    needs: 'jws',
    find: (subject) =>
      onSecrets(subject, ({ text, key }) => {
        const encoding = key.encoding === 'utf8' && text !== undefined ? encodingOf(text.trim()) : undefined;
        return encoding === undefined ? NOTHING : [{ ...AT_KEY, values: { encoding } }];
      }),
  },
  {
    id: 'hmac-key-whitespace',
    severity: 'warning',
    confidence: 'likely',
    refs: ['RFC 7518 section 3.2'],
    needs: 'jws',
    find: (subject) =>
      onSecrets(subject, ({ text, key }) =>
        hitIf(key.encoding === 'utf8' && text !== undefined && text !== text.trim(), AT_KEY),
      ),
  },
];

/** Where a secret is at hand and did it, that one is judged. */
function isMadeWithKnownSecret({ object, entry, alg = '', verdict }: Subject): boolean {
  const signature = object?.type === 'jws' && needsSecret(alg) ? object.signatures[entry] : undefined;
  const isOpen = verdict?.state === 'unchecked' || verdict?.state === 'failed';
  if (signature === undefined || object?.type !== 'jws' || !isOpen || isDetached(object)) return false;
  const signed = signedBytesOf(signature, object, undefined);
  return signed !== undefined && isMadeWithUsualSecret(signed);
}

const FEW_CHARACTERS = 10;
const ENOUGH_BITS = 128;

interface Secret {
  readonly key: KeyReport;
  /** base64url of the bytes */
  readonly k: string;
  /** undefined where the bytes are no text */
  readonly text: string | undefined;
}

/** The secrets that were used for a MAC. */
function onSecrets(subject: Subject, find: (secret: Secret) => readonly Hit[]): readonly Hit[] {
  if (!/^HS\d{3}$/.test(subject.alg ?? '')) return NOTHING;
  return subject.keysTried.flatMap((key) => {
    const k = isJsonObject(key.jwk) && key.kty === 'oct' ? key.jwk.k : undefined;
    if (typeof k !== 'string') return NOTHING;
    const decoded = decodeUtf8(decodeBase64url(k).bytes ?? new Uint8Array());
    return find({ key, k, text: decoded.ok ? decoded.text : undefined });
  });
}

/** Shannon's measure over the characters, for all of the text, in bits. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count * Math.log2(count / text.length);
  return bits;
}

const USUAL_LENGTHS = [32, 48, 64];

function encodingOf(text: string): string | undefined {
  if (/^[0-9a-f]+$/i.test(text) && USUAL_LENGTHS.includes(text.length / 2)) return 'hex';
  const padding = /=*$/.exec(text)?.[0].length ?? 0;
  const letters = text.length - padding;
  if (!USUAL_LENGTHS.includes(Math.floor((letters * 3) / 4))) return undefined;
  if (/^[A-Za-z0-9+/]+={0,2}$/.test(text) && text.length % 4 === 0) return 'base64';
  return /^[A-Za-z0-9_-]+$/.test(text) && letters % 4 !== 1 ? 'base64url' : undefined;
}
