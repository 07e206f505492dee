/** Texts that are known things and no keys, so that none of them is ever taken for a secret. */
import { decodeBase64url } from '../token/base64url.ts';
import { decodeUtf8 } from '../token/utf8.ts';
import type { KeyProblem } from './shapes.ts';

interface Thing {
  readonly fits: (text: string) => boolean;
  readonly problem: KeyProblem;
}

const THINGS: readonly Thing[] = [
  {
    fits: (text) => text.startsWith('PuTTY-User-Key-File-'),
    problem: { code: 'unsupported-format', values: { found: 'putty' } },
  },
  {
    fits: (text) => /^<RSAKeyValue[\s>]/.test(text),
    problem: { code: 'unsupported-format', values: { found: 'rsa-xml' } },
  },
  {
    fits: (text) => /^<(?:!doctype html|html|head|body)[\s>]/i.test(text),
    problem: { code: 'not-a-key', values: { what: 'html' } },
  },
  {
    fits: (text) => /^<(?:[?!][a-z-]|[a-z][\w:.-]{0,60}[\s/>])/i.test(text),
    problem: { code: 'not-a-key', values: { what: 'xml' } },
  },
  {
    fits: (text) => /^[a-z][a-z0-9+.-]{1,20}:\/\/[^\s]+$/i.test(text),
    problem: { code: 'not-a-key', values: { what: 'address' } },
  },
  { fits: (text) => isToken(text), problem: { code: 'not-a-key', values: { what: 'token' } } },
  // the first bytes of every Java key store, FE ED FE ED, in base64
  {
    fits: (text) => text.startsWith('/u3+7Q'),
    problem: { code: 'unsupported-format', values: { found: 'java-keystore' } },
  },
];

/** What a trimmed text is instead of a key, or undefined where it may be anything. */
export function otherThing(text: string): KeyProblem | undefined {
  return THINGS.find(({ fits }) => fits(text))?.problem;
}

/** A compact JWS or JWE, or the start of one: a header that decodes to a JSON object, then a dot. */
function isToken(text: string): boolean {
  const header = /^(?:bearer\s{1,9})?(eyJ[\w-]{1,100000})\./i.exec(text)?.[1];
  if (header === undefined) return false;
  const bytes = decodeBase64url(header).bytes;
  const decoded = bytes && decodeUtf8(bytes);
  return decoded?.ok === true && /^\{\s*"/.test(decoded.text);
}
