/** Words about the certificates of a header. What is wrong with one is said by the engine, with its code. */
import type { KeyReport } from '../engine/types.ts';
import { count, number } from './numbers.ts';

export const CERTIFICATES = {
  trust:
    'This page trusts no root. A chain that holds says which key signed which certificate, and nothing about who made the token.',
  reading: 'Reading the certificates…',
  missing:
    'The part of this page that reads certificates could not be loaded. Reload the page, or check the connection.',
  list: 'Certificates of x5c',
  comparison: 'Thumbprints in the header',
  subject: 'Subject',
  noName: 'empty',
  issuer: 'Issuer',
  sameAsSubject: 'the same name',
  validity: 'Valid',
  key: 'Key',
  thumbprint: 'Thumbprint',
  signedWith: 'Signed with',
  names: 'For',
  usage: 'Key may',
  authority: 'Authority',
  serial: 'Serial number',
  sha256: 'SHA-256',
  sha1: 'SHA-1',
  x5t: 'x5t',
  x5tS256: 'x5t#S256',
  unreadable: 'cannot be read',
  showLess: 'Show less',
  selfSigned: 'self-signed',
} as const;

export const certificateTitle = (index: number, all: number) => `Certificate ${number(index + 1)} of ${number(all)}`;
export const copyFact = (fact: string, index: number) => `Copy ${fact} of certificate ${number(index + 1)}`;
export const showAllNames = (all: number) => `Show all ${number(all)}`;
export const moreCharacters = (rest: number) => `… and ${count(rest, 'more character', 'more characters')}`;
export const unreadCertificates = (rest: number) =>
  `${count(rest, 'more certificate is', 'more certificates are')} in the list and ${rest === 1 ? 'was' : 'were'} not read.`;

/** A name of many parts, one after the other. */
export const between = ', ';

type Check = 'signed' | 'not-signed' | 'cannot';

const LINK: Readonly<Record<Check, (next: number) => string>> = {
  signed: (next) => `Signed with the key of certificate ${next}`,
  'not-signed': (next) => `Not signed with the key of certificate ${next}`,
  cannot: (next) => `Cannot check the signature with the key of certificate ${next}`,
};

/** What the check of a certificate's signature with the next one's key came to. `index` counts from zero. */
export const linkWords = (state: Check, index: number) => LINK[state](index + 2);

/** What is odd about a link besides its signature. */
export function linkRemarks(namesMatch: boolean | undefined, nextIsCa: boolean | undefined): readonly string[] {
  return [
    ...(namesMatch === false ? ['The issuer named here is not the subject of the next certificate.'] : []),
    ...(nextIsCa === false
      ? [
          'The next certificate is not marked as an authority, so what it signs does not count (RFC 5280 section 6.1.4).',
        ]
      : []),
  ];
}

const OWN: Readonly<Record<Check, string>> = {
  signed: 'It ends the list by signing itself. Anyone can make such a root.',
  'not-signed': 'It names itself as its issuer, but its own key did not sign it.',
  cannot: 'It names itself as its issuer. Whether its own key signed it cannot be checked.',
};

/** What stands at the end of the list. `own`: the check of the last certificate with its own key, where it names itself. */
export function endWords(own: Check | undefined): string {
  return own === undefined
    ? 'Its issuer is not in the list. Verifiers look for it among the roots that they trust.'
    : OWN[own];
}

/** `right` counts from zero. */
export function orderWords(right: readonly number[] | undefined): string {
  if (right === undefined)
    return 'By their names these certificates are no chain: each must be issued by the next (RFC 7515 section 4.1.6).';
  const places = right.map((place) => place + 1).join(', ');
  return `The order is wrong: the signing key’s certificate comes first, each followed by its issuer (RFC 7515 section 4.1.6). By their names that is ${places}.`;
}

type Comparison = 'absent' | 'equal' | 'differs' | 'malformed' | 'cannot';

const COMPARISONS: Readonly<Record<Exclude<Comparison, 'differs'>, string>> = {
  absent: 'Not in the header',
  equal: 'Equals the first certificate',
  malformed: 'Malformed',
  cannot: 'Cannot compare: the first certificate cannot be read',
};

/** `at`: the certificate that it is of, counted from zero. */
export function comparisonWords(state: Comparison, at: number | undefined): string {
  if (state !== 'differs') return COMPARISONS[state];
  return at === undefined
    ? 'Differs from every certificate here'
    : `Differs from the first certificate: it is of certificate ${at + 1}`;
}

/** Of a thumbprint in a wrong spelling that can be told, whether it is the right one. */
export function sameHashWords({ code, same }: { readonly code: string; readonly same: boolean }): string {
  if (same) return 'Spelled rightly, it would be that of the first certificate.';
  return code.startsWith('hex') || code === 'base64' ? 'It does not stand for the first certificate either.' : '';
}

/** GeneralizedTime 99991231235959Z: no well-defined end (RFC 5280 section 4.1.2.5). */
const NO_END = 253_402_300_799;

export interface Validity {
  readonly state: 'valid' | 'expired' | 'not-yet' | 'contradiction' | 'unreadable';
  readonly words: string;
}

/** Where a moment stands in the time of a certificate; all in seconds since the epoch. */
export function validityWords(notBefore: number | undefined, notAfter: number | undefined, now: number): Validity {
  if (notBefore === undefined || notAfter === undefined) return { state: 'unreadable', words: 'dates unreadable' };
  if (notAfter < notBefore) return { state: 'contradiction', words: 'never valid: it ends before it begins' };
  if (now > notAfter) return { state: 'expired', words: `expired ${durationWords(now - notAfter)} ago` };
  if (now < notBefore) return { state: 'not-yet', words: `not valid yet, starts in ${durationWords(notBefore - now)}` };
  if (notAfter === NO_END) return { state: 'valid', words: 'valid now, without an end' };
  return { state: 'valid', words: `valid for another ${durationWords(notAfter - now)}` };
}

const DAY = 86_400;
const UNITS: readonly (readonly [seconds: number, one: string, many: string])[] = [
  [365.2425 * DAY, 'year', 'years'],
  [30.436875 * DAY, 'month', 'months'],
  [DAY, 'day', 'days'],
  [3600, 'hour', 'hours'],
  [60, 'minute', 'minutes'],
];

/** A length of time in its largest unit, rounded down: '3 months'. */
export function durationWords(seconds: number): string {
  const [size, one, many] = UNITS.find(([size]) => seconds >= size) ?? [1, 'second', 'seconds'];
  return count(Math.floor(seconds / size), one, many);
}

/** '2026-01-01 00:00 UTC – 2036-01-01 00:00 UTC' */
export function spanWords(notBefore: number | undefined, notAfter: number | undefined): string {
  return `${momentWords(notBefore)} – ${notAfter === NO_END ? 'no end' : momentWords(notAfter)}`;
}

function momentWords(seconds: number | undefined): string {
  if (seconds === undefined) return '?';
  return `${new Date(seconds * 1000).toISOString().replace(/T(\d\d:\d\d).*$/, ' $1')} UTC`;
}

/** Kind and size of a public key. */
export function publicKeyWords({ kty, crv, bits, jwk }: KeyReport): string {
  if (kty === 'AKP' && typeof jwk === 'object' && jwk !== null && 'alg' in jwk) return String(jwk.alg);
  if (crv !== undefined) return kty === 'EC' ? `EC on ${crv}` : crv;
  return bits === undefined ? (kty ?? CERTIFICATES.unreadable) : `${kty ?? ''}, ${number(bits)} bits`;
}

export const weakHashWords = (hash: string) => `${hash} is weak: two contents with the same hash can be made.`;

const USES: Readonly<Record<string, string>> = {
  digitalSignature: 'sign data',
  nonRepudiation: 'sign for the record',
  keyEncipherment: 'encrypt keys',
  dataEncipherment: 'encrypt data',
  keyAgreement: 'agree on keys',
  keyCertSign: 'sign certificates',
  cRLSign: 'sign revocation lists',
  encipherOnly: 'only encrypt',
  decipherOnly: 'only decrypt',
};

/** `keyUsage` in words; undefined where the certificate does not limit its key. */
export function usageWords(usage: readonly string[] | undefined): string {
  if (usage === undefined) return 'anything: the certificate does not say';
  return usage.length === 0 ? 'nothing' : usage.map((use) => USES[use] ?? use).join(', ');
}

/** `basicConstraints` in words. */
export function authorityWords(
  constraints: { readonly ca: boolean; readonly pathLength?: number } | undefined,
): string {
  if (constraints === undefined) return 'does not say';
  if (!constraints.ca) return 'no';
  if (constraints.pathLength === undefined) return 'yes';
  return constraints.pathLength === 0
    ? 'yes, but not for other authorities'
    : `yes, with at most ${count(constraints.pathLength, 'authority', 'authorities')} below it`;
}
