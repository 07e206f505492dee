/** Certificates that a header brings or that are given as keys: what shows without trusting anybody (RFC 5280, RFC 7515 section 4.1.6). */
import { type OutlineWithKey, outlineOfEntry } from '../../certificates/outline.ts';
import { minimalBytes } from '../../keys/integers.ts';
import { decodeBase64url, encodeBase64url } from '../../token/base64url.ts';
import { isJsonObject, ownMember } from '../../token/json-kind.ts';
import type { Json, JsonObject } from '../../types.ts';
import { everyKey } from '../from-reports.ts';
import { type Hit, hitIf, NOTHING, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

export const CERTIFICATE_RULES: readonly Rule[] = [
  {
    id: 'cert-expired-or-weak',
    severity: 'warning',
    confidence: 'certain',
    refs: ['RFC 5280 section 4.1.2.5', 'RFC 6194', 'RFC 9525 section 2'],
    needs: 'token',
    find: (subject) => [
      ...subject
        .certificates()
        .flatMap((outline, index) => faultsOf(outline, index, subject, { part: 'header', pointer: `/x5c/${index}` })),
      ...givenCertificates(subject).flatMap((outline) => faultsOf(outline, 0, subject, { part: 'key' })),
    ],
  },
  {
    id: 'x5c-leaf-mismatch',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7515 section 4.1.6', 'RFC 7515 section 4.1.7', 'RFC 7515 section 4.1.8'],
    needs: 'header',
    find: leafMismatch,
  },
];

/** Keys that were read from a certificate; told of with the outermost layer. */
function givenCertificates({ keys, keyTexts, depth }: Subject): readonly (OutlineWithKey | undefined)[] {
  if (depth > 0) return [];
  return keyTexts.filter((_, index) => keys[index]?.format.includes('x509') === true).map(outlineOfEntry);
}

function faultsOf(outline: OutlineWithKey | undefined, index: number, { now, skew }: Subject, at: Hit): readonly Hit[] {
  if (outline === undefined) return NOTHING;
  const { notBefore, notAfter, algorithm } = outline;
  const name = outline.subject.text;
  const fault = (kind: string, more: Hit = {}): Hit => ({
    ...at,
    ...more,
    values: { fault: kind, name, ...more.values },
  });
  // what a root signs itself with protects nothing: it is trusted for being known
  const isRoot = index > 0 && name === outline.issuer.text;
  const hash = isRoot ? undefined : algorithm.weakHash;
  return [
    ...hitIf(notAfter !== undefined && notAfter + skew < now, fault('expired')),
    ...hitIf(notBefore !== undefined && notBefore - skew > now, fault('not-yet')),
    ...(hash === undefined ? [] : [fault('weak', { values: { hash } })]),
    ...hitIf(index === 0 && isNamedByCommonName(outline), fault('common-name', { severity: 'info' })),
  ];
}

/** A host's name stands in its subject alone. People and machines without one have common names of any form. */
function isNamedByCommonName({ subject, alternativeNames }: OutlineWithKey): boolean {
  return alternativeNames.length === 0 && /(?:^|, )CN=(?:[a-z0-9-]+\.)+[a-z]{2,}(?:,|$)/i.test(subject.text);
}

function leafMismatch(subject: Subject): readonly Hit[] {
  const { header, keys } = subject;
  const [leaf] = subject.certificates();
  if (leaf === undefined) return NOTHING;
  const jwk = ownMember(header, 'jwk');
  const kid = ownMember(header, 'kid');
  const named = typeof kid === 'string' ? everyKey(keys).filter((key) => key.kid === kid) : [];
  return [
    ...hitIf(isOther(ownMember(header, 'x5t'), leaf.hashes.sha1), mismatch('/x5t', 'x5t')),
    ...hitIf(isOther(ownMember(header, 'x5t#S256'), leaf.hashes.sha256), mismatch('/x5t#S256', 'x5t#S256')),
    ...hitIf(isJsonObject(jwk) && isOtherKey(jwk, leaf.publicJwk), mismatch('/jwk', 'jwk')),
    ...hitIf(
      named.length > 0 && named.every((key) => isJsonObject(key.jwk) && isOtherKey(key.jwk, leaf.publicJwk)),
      mismatch('/x5c/0', 'kid'),
    ),
  ];
}

function mismatch(pointer: string, what: string): Hit {
  return { part: 'header', pointer, values: { what } };
}

/** A thumbprint by the letter, of another certificate; one of the wrong length is `x5t-sha1`'s. */
function isOther(thumbprint: Json | undefined, hash: Uint8Array): boolean {
  if (typeof thumbprint !== 'string' || thumbprint === encodeBase64url(hash)) return false;
  const decoded = decodeBase64url(thumbprint);
  return decoded.strict && decoded.bytes.length === hash.length;
}

const MEMBERS = ['kty', 'crv', 'n', 'e', 'x', 'y', 'pub'] as const;

/** Two public keys that can both be read, and are not the same. */
function isOtherKey(one: JsonObject, other: JsonObject | undefined): boolean {
  if (other === undefined) return false;
  return MEMBERS.some((name) => comparable(name, ownMember(one, name)) !== comparable(name, ownMember(other, name)));
}

/** Some writers put zeros before a number. */
function comparable(name: (typeof MEMBERS)[number], value: Json | undefined): string {
  if (typeof value !== 'string' || name === 'kty' || name === 'crv') return String(value ?? '');
  return encodeBase64url(minimalBytes(decodeBase64url(value).bytes ?? new Uint8Array()));
}
