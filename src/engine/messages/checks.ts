/** The English of what checks find (`checks/`): what was compared with what. */
import { writeIsoDate } from '../claims/iso-date.ts';
import type { Values } from '../types.ts';
import { type Sentence, text } from './sentence.ts';

const CHECK_SENTENCES = {
  'claims-unreadable': () => 'The payload is no JSON object, so there is no claim to compare.',
  'claims-sealed': () => 'The content is encrypted and has not been opened, so nothing in it was compared.',
  'claims-elsewhere': () => 'The token leaves its content out, so there is no claim to compare.',
  // values: name
  'text-absent': (v) => `The token has no “${text(v, 'name')}”.`,
  // values: found (list)
  'text-said': (v) => `The token says ${listed(v, 'found')}.`,
  // values: found (list), expected
  'text-equal': (v) => `The token says ${listed(v, 'found')}, as you expect.`,
  'texts-hold': (v) => `The token says ${listed(v, 'found')}; ${shown(v, 'expected')} is what you expect.`,
  // values: found (list), expected (list)
  'text-differs': (v) => `The token says ${listed(v, 'found')}; you expect ${anyOf(v)}.`,
  'text-slash-differs': (v) =>
    `The token says ${listed(v, 'found')}; you expect ${anyOf(v)}. They differ by a slash at the end, and the comparison is exact.`,
  'text-case-differs': (v) =>
    `The token says ${listed(v, 'found')}; you expect ${anyOf(v)}. They differ in capital letters, and the comparison is exact.`,
  // values: name, expected (list)
  'text-missing': (v) => `The token has no “${text(v, 'name')}”; you expect ${anyOf(v)}.`,
  // values: name, found
  'claim-no-string': (v) => `The claim “${text(v, 'name')}” must be a string, and is ${text(v, 'found')}.`,
  // values: found
  'aud-no-strings': (v) => `The claim “aud” must be a string or a list of strings, and is ${text(v, 'found')}.`,
  'typ-no-string': (v) => `“typ” in the header must be a string, and is ${text(v, 'found')}.`,
  'alg-unreadable': () => 'No “alg” can be read in the header.',
  // values: found (list)
  'alg-allowed': (v) => `The token says ${listed(v, 'found')}, which you allow.`,
  // values: found (list), expected (list)
  'alg-not-allowed': (v) => `The token says ${listed(v, 'found')}; you allow ${listed(v, 'expected', 'or')}.`,
  // values: name
  'time-absent': (v) =>
    v.name === 'exp'
      ? 'The token has no “exp”, so it has no end.'
      : `The token has no “${text(v, 'name')}”, so there is nothing to compare.`,
  // values: at
  'exp-ahead': (v) => `The token holds until ${utc(v, 'at')}.`,
  'exp-in-milliseconds': (v) =>
    `“exp” is ${text(v, 'at')}. As seconds that is far in the future, and the number looks like milliseconds.`,
  'exp-ignored': () => '“exp” was not looked at, as you asked, so nothing is said of whether the token has expired.',
  // values: at, skew
  'exp-within-skew': (v) =>
    `The token expired at ${utc(v, 'at')}, and is taken for the ${duration(v, 'skew')} that clocks may differ by.`,
  'exp-passed': (v) => `The token expired at ${utc(v, 'at')}.${allowance(v)}`,
  // values: at
  'nbf-passed': (v) => `The token holds since ${utc(v, 'at')}.`,
  'iat-passed': (v) => `The token was issued at ${utc(v, 'at')}.`,
  // values: name, at, skew
  'start-within-skew': (v) =>
    `“${text(v, 'name')}” is ${utc(v, 'at')}, which is to come, within the ${duration(v, 'skew')} that clocks may differ by.`,
  'start-in-milliseconds': (v) =>
    `“${text(v, 'name')}” is ${text(v, 'at')}. As seconds that is far in the future, and the number looks like milliseconds.`,
  'nbf-to-come': (v) => `The token does not hold before ${utc(v, 'at')}.${allowance(v)}`,
  'iat-to-come': (v) =>
    `The token says that it was issued at ${utc(v, 'at')}, which is to come. RFC 7519 refuses no token for this; many verifiers do.${allowance(v)}`,
  // values: name
  'age-unknown': (v) => `The token has no “${text(v, 'name')}”, so its age cannot be told.`,
  // values: name, at
  'age-not-asked': (v) => `The token counts its age from “${text(v, 'name')}”, ${utc(v, 'at')}.`,
  // values: name, at, skew
  'age-ahead': (v) => `“${text(v, 'name')}” is ${utc(v, 'at')}, which is to come.${allowance(v)}`,
  // values: name, at, most, until, skew
  'age-within': (v) =>
    `“${text(v, 'name')}” is ${utc(v, 'at')}; the ${duration(v, 'most')} that you allow end at ${utc(v, 'until')}.`,
  'age-within-skew': (v) =>
    `“${text(v, 'name')}” is ${utc(v, 'at')}; the ${duration(v, 'most')} that you allow ended at ${utc(v, 'until')}, and clocks may differ by ${duration(v, 'skew')}.`,
  'age-over': (v) =>
    `“${text(v, 'name')}” is ${utc(v, 'at')}; the ${duration(v, 'most')} that you allow ended at ${utc(v, 'until')}.${allowance(v)}`,
  'required-not-asked': () => 'No claim is asked to be there.',
  // values: names (list)
  'required-there': (v) => `The token has ${listed(v, 'names', 'and')}.`,
  'required-missing': (v) => `The token lacks ${listed(v, 'names', 'and')}.`,
  // values: name, of, found
  'hash-not-asked': (v) => `The token says ${shown(v, 'found')}. Enter ${hashed(v)} to compare them.`,
  // values: name, of
  'hash-absent': (v) =>
    `The token has no “${text(v, 'name')}”, so nothing in it ties it to ${hashed(v)}. Not every flow puts one in.`,
  'hashed-not-ascii': (v) => `What was entered as ${hashed(v)} holds characters outside of ASCII, so it has no hash.`,
  // values: name, of, alg (list)
  'hash-unknown': (v) =>
    `“${text(v, 'name')}” was not compared: no hash that is known here goes with ${listed(v, 'alg')}.`,
  // values: name
  'hash-not-loaded': (v) =>
    `The code for the hash did not arrive, so “${text(v, 'name')}” was not compared. Reload the page.`,
  // values: name, of
  'hash-equal': (v) => `“${text(v, 'name')}” is the left half of the hash of ${hashed(v)}.`,
  // values: name, of, found
  'hash-whole': (v) =>
    `“${text(v, 'name')}” is the whole hash of ${hashed(v)}, ${shown(v, 'found')}; it must be the left half of it.`,
  // values: name, of, found, expected, alg
  'hash-differs': (v) =>
    `“${text(v, 'name')}” is ${shown(v, 'found')}; for ${hashed(v)} and ${text(v, 'alg')} it is ${shown(v, 'expected')}.`,
  // values: found (list)
  'aud-alone': (v) =>
    Array.isArray(v.found) && v.found.length === 0
      ? 'The token is for nobody else: it has no “aud”.'
      : 'The token is for one audience alone.',
  'aud-others-not-asked': (v) =>
    `The token is for several audiences, ${listed(v, 'found', 'and')}. Enter all that you trust to compare them.`,
  'aud-all-expected': (v) => `The token is for ${listed(v, 'found', 'and')}, all of which you expect.`,
  'aud-others': (v) => `The token is also for ${listed(v, 'found', 'and')}, which you do not expect.`,
  'sub-short': () => '“sub” has at most 255 ASCII characters.',
  // values: length
  'sub-long': (v) => `“sub” must have at most 255 characters of ASCII, and has ${text(v, 'length')} characters.`,
  'logout-named': () => '“events” holds the event of a back-channel logout.',
  // values: event
  'logout-not-named': (v) => `“events” must hold ${shown(v, 'event')} with an object.`,
  // values: names (list)
  'logout-about': (v) => `The token says whose session ends: it has ${listed(v, 'names', 'and')}.`,
  'logout-about-nobody': () => 'The token has neither “sub” nor “sid”, so it does not say whose session ends.',
  'logout-no-nonce': () => 'The token has no “nonce”, as it must be.',
  'logout-nonce': () => 'A logout token must have no “nonce”, so that it is never taken for an ID token.',
  // values: found
  'assertion-own': (v) => `“iss” and “sub” are both ${shown(v, 'found')}: the client speaks for itself.`,
  // values: iss (list), sub (list)
  'assertion-not-own': (v) =>
    `“iss” and “sub” must both be the client’s identifier; they are ${listed(v, 'iss')} and ${listed(v, 'sub')}.`,
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
  return quoted(text(values, name));
}

function quoted(value: string): string {
  return `“${value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value}”`;
}

/** Values that are told one by one. */
const MOST = 20;

/** Each value of a list in quotation marks; 'nothing' where there is none. */
function listed(values: Values, name: string, last?: 'and' | 'or'): string {
  const value = values[name];
  const all = typeof value === 'object' ? value : [text(values, name)];
  const told = all.slice(0, MOST).map(quoted);
  if (all.length > MOST) return `${told.join(', ')} and ${all.length - MOST} more`;
  if (told.length === 0) return 'nothing';
  if (last === undefined || told.length < 2) return told.join(', ');
  return `${told.slice(0, -1).join(', ')} ${last} ${told.at(-1)}`;
}

/** What is expected: one value, or one of several. */
function anyOf(values: Values): string {
  const isList = typeof values.expected === 'object' && values.expected.length > 1;
  return isList ? `one of ${listed(values, 'expected')}` : listed(values, 'expected');
}

const HASHED: Readonly<Record<string, string>> = {
  accessToken: 'the access token',
  code: 'the authorization code',
  state: 'the state',
};

function hashed(values: Values): string {
  return HASHED[text(values, 'of')] ?? 'it';
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** '24 Nov 2026 15:25:28 UTC': a moment stays true while a row is looked at, and 'three minutes ago' does not. */
function utc(values: Values, name: string): string {
  const seconds = Number(values[name]);
  const [, year, month, day, clock] = /^(\d+)-(\d+)-(\d+) (.*)$/.exec(writeIsoDate(seconds) ?? '') ?? [];
  return year === undefined
    ? `the second ${seconds}`
    : `${Number(day)} ${MONTHS[Number(month) - 1]} ${year} ${clock} UTC`;
}

/** Said where a difference of clocks did not help. */
function allowance(values: Values): string {
  return values.skew === 0 ? '' : ` Clocks may differ by ${duration(values, 'skew')}.`;
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
