/** The English of why no secret was searched for (`secrets/`). */
import type { Values } from '../types.ts';
import { grouped, type Sentence, text } from './sentence.ts';

const SECRET_SENTENCES = {
  'no-token': () => 'There is no token here whose secret could be searched for.',
  encrypted: () =>
    'This token is encrypted, not made with a shared secret. Open it first if there is a signed one inside.',
  unsecured: () => 'This token has no signature (alg none), so there is no secret to find.',
  // values: alg
  'no-hmac': (v) =>
    `This token is signed with ${shortened(text(v, 'alg'))}, not with a shared secret. Only HS256, HS384 and HS512 are.`,
  malformed: () => 'The token breaks a rule of its serialization, so it is not certain what its signature is over.',
  'payload-detached': () => 'The payload is kept outside of this token. Add it, since the signature is over it.',
  // values: alg
  'signature-empty': (v) => `The ${text(v, 'alg')} signature was taken off, so there is nothing to compare with.`,
  // values: alg, have, need
  'signature-length': (v) =>
    `The signature has ${text(v, 'have')} bytes and ${text(v, 'alg')} makes ${text(v, 'need')}: no secret can have made it.`,
  // values: have, limit (characters)
  'list-too-long': (v) =>
    `The list has ${grouped(v, 'have')} characters; up to ${grouped(v, 'limit')} are searched. Split it.`,
  'not-loaded': () =>
    'The part of this page that searches for secrets could not be loaded. Reload the page and try again.',
} as const satisfies Readonly<Record<string, Sentence>>;

export type SecretRefusal = keyof typeof SECRET_SENTENCES;

/** The sentence for why there is nothing to search for. */
export function saySecrets(code: SecretRefusal, values: Values = {}): string {
  return SECRET_SENTENCES[code](values);
}

function shortened(alg: string): string {
  return alg.length > 40 ? `${alg.slice(0, 40)}…` : alg;
}
