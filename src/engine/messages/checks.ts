/** The English of what checks find (`checks/`): what was compared with what. */
import type { Values } from '../types.ts';
import { type Sentence, text } from './sentence.ts';

const CHECK_SENTENCES = {
  'claims-unreadable': () => 'The payload is no JSON object, so there is no claim to compare.',
  // values: name
  'claim-missing': (v) => `The claim “${text(v, 'name')}” is required here and missing.`,
  // values: name
  'claim-not-text': (v) => `The claim “${text(v, 'name')}” must be a string that is not empty.`,
  // values: name
  'claim-not-time': (v) => `The claim “${text(v, 'name')}” must be a number of seconds since 1970.`,
  // values: found
  'htm-not-asked': (v) =>
    `The proof is for the method ${shown(v, 'found')}. Enter the request’s method to compare them.`,
  'htm-equal': (v) => `The proof is for the method ${shown(v, 'found')}, as the request.`,
  // values: found, expected
  'htm-differs': (v) => `The proof is for the method ${shown(v, 'found')}; the request’s is ${shown(v, 'expected')}.`,
  'htm-case-differs': (v) =>
    `The proof says ${shown(v, 'found')} and the request ${shown(v, 'expected')}. Methods are case-sensitive.`,
  // values: found
  'htu-no-address': (v) => `The claim “htu” is ${shown(v, 'found')}, which is no absolute http or https address.`,
  'htu-not-asked': (v) => `The proof is for ${shown(v, 'found')}. Enter the request’s URL to compare them.`,
  // values: expected
  'request-no-address': (v) =>
    `${shown(v, 'expected')} is no absolute http or https address, so “htu” was not compared with it.`,
  // values: found
  'htu-equal': (v) => `The proof is for ${shown(v, 'found')}, as the request without its query and fragment.`,
  'htu-equal-with-more': (v) =>
    `The proof is for ${shown(v, 'found')}, as the request. Its “htu” has a query or fragment, which it should leave out.`,
  // values: found, expected
  'htu-differs': (v) => `The proof is for ${shown(v, 'found')}; the request goes to ${shown(v, 'expected')}.`,
  'ath-absent': () =>
    'The proof names no access token (“ath”), as when a token is asked for. A request that uses one needs it.',
  'ath-not-asked': () => 'The proof belongs to an access token (“ath”). Enter that token to compare them.',
  // values: from ('expected' | 'paste')
  'ath-missing': (v) => `The proof has no “ath”, so nothing ties it to ${accessToken(v)}.`,
  'access-token-not-ascii': () =>
    'The access token holds characters outside of ASCII, so it has no hash by RFC 9449. Check what was entered.',
  'digest-not-loaded': () => 'The code for SHA-256 did not arrive, so “ath” was not compared. Reload the page.',
  // values: from
  'ath-equal': (v) => `The hash in “ath” is that of ${accessToken(v)}.`,
  // values: found, expected, from
  'ath-differs': (v) =>
    `The hash in “ath” is ${shown(v, 'found')}; that of ${accessToken(v)} is ${shown(v, 'expected')}.`,
  'jwk-missing': () => 'The header has no “jwk”, and the proof must hold the public key that it is checked with.',
  'jwk-unreadable': () => 'The “jwk” in the header is no key that can be read, so its thumbprint was not compared.',
  // values: found
  'jkt-not-asked': (v) =>
    `The proof’s key has the thumbprint ${shown(v, 'found')}. Enter the expected one, or the access token, to compare them.`,
  // values: found, from
  'jkt-not-bound': (v) =>
    `The proof’s key has the thumbprint ${shown(v, 'found')}. No key (“cnf” with “jkt”) can be read in ${accessToken(v)} to compare it with.`,
  // values: found
  'jkt-equal': (v) => `The proof’s key has the expected thumbprint, ${shown(v, 'found')}.`,
  // values: found, expected
  'jkt-differs': (v) => `The proof’s key has the thumbprint ${shown(v, 'found')}; expected is ${shown(v, 'expected')}.`,
  // values: found, expected, from
  'jkt-equal-cnf': (v) => `The proof’s key is the one that “cnf” of ${accessToken(v)} names, ${shown(v, 'found')}.`,
  'jkt-differs-cnf': (v) =>
    `The proof’s key has the thumbprint ${shown(v, 'found')}; “cnf” of ${accessToken(v)} names ${shown(v, 'expected')}.`,
  // values: age (seconds ahead), skew
  'iat-ahead': (v) =>
    `“iat” lies ${duration(v, 'age')} ahead of the clock here, and clocks may differ by ${duration(v, 'skew')}.`,
  // values: age, skew
  'proof-old': (v) =>
    `The proof was made ${duration(v, 'age')} ago. A server that allows ${duration(v, 'skew')} would refuse it now.`,
  'proof-fresh': (v) => `The proof was made ${when(v)}, within the ${duration(v, 'skew')} that are allowed.`,
  // values: found
  'jti-present': (v) =>
    `The proof has an identifier, ${shown(v, 'found')}, by which a server can see that it was used before.`,
  // values: name
  'kb-none': () => 'This presentation has no key binding JWT, so there is nothing to compare.',
  // values: name, expected
  'kb-missing': (v) =>
    `Expected is a key binding JWT with “${text(v, 'name')}” ${shown(v, 'expected')}, and this presentation has none.`,
  // values: name, found
  'kb-not-asked': (v) =>
    `The key binding has “${text(v, 'name')}” ${shown(v, 'found')}. Enter what you expect to compare them.`,
  'kb-equal': (v) => `The key binding has the expected “${text(v, 'name')}”, ${shown(v, 'found')}.`,
  // values: name, found, expected
  'kb-differs': (v) =>
    `The key binding has “${text(v, 'name')}” ${shown(v, 'found')}; expected is ${shown(v, 'expected')}.`,
  // values: age
  'kb-age': (v) => `The key binding was made ${when(v)}. How old it may be is for the verifier to say.`,
} as const satisfies Readonly<Record<string, Sentence>>;

export type CheckCode = keyof typeof CHECK_SENTENCES;

/** The sentence for what a check found. */
export function sayCheck(code: CheckCode, values: Values = {}): string {
  return CHECK_SENTENCES[code](values);
}

const LONGEST = 200;

/** A value in quotation marks, cut where it is very long. */
function shown(values: Values, name: string): string {
  const value = text(values, name);
  return `“${value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value}”`;
}

function accessToken({ from }: Values): string {
  return from === 'paste' ? 'the other token in this paste' : 'the access token';
}

function when(values: Values): string {
  const age = Number(values.age);
  if (Math.round(age) === 0) return 'just now';
  return age > 0 ? `${duration(values, 'age')} ago` : `${spanOf(-age)} ahead of the clock here`;
}

function duration(values: Values, name: string): string {
  return spanOf(Number(values[name]));
}

const UNITS: readonly (readonly [seconds: number, name: string])[] = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
];

/** '45 seconds', '3 minutes', '2 hours', '400 days': the largest unit of which there are two or more, or that fits. */
function spanOf(seconds: number): string {
  const unit = UNITS.find(([size]) => seconds >= 2 * size || seconds === size);
  const amount = Math.round(seconds / (unit?.[0] ?? 1));
  return `${amount} ${unit?.[1] ?? 'second'}${amount === 1 ? '' : 's'}`;
}
