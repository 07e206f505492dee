/** What a DPoP proof is about, against the request that the person expects (RFC 9449 section 4.3). */
import { judgeJwk } from '../keys/jwk.ts';
import { thumbprintOf } from '../keys/thumbprint.ts';
import { isJsonObject, ownMember } from '../token/json-kind.ts';
import type { Expectations, Json, JsonObject, Layer } from '../types.ts';
import { asked, type CheckContext, type CheckEntry, cannot, failed, notAsked, type Outcome, passed } from './check.ts';
import { type AccessToken, compareAth, namedKey } from './dpop-access-token.ts';
import { textsOf } from './subject.ts';
import { targetUri } from './target-uri.ts';
import { issuedAt, skewOf } from './time.ts';

export interface DpopProof {
  readonly header: JsonObject;
  /** undefined where the payload holds no JSON object */
  readonly claims: JsonObject | undefined;
  /** other tokens of the same paste, which may be the access token */
  readonly others: readonly AccessToken[];
}

/** `typ` is compared without case, and `application/` may stand before it (RFC 7515 section 4.1.9). */
export function isDpopProof(header: Json | undefined): header is JsonObject {
  if (!isJsonObject(header)) return false;
  const typ = ownMember(header, 'typ');
  return typeof typ === 'string' && typ.toLowerCase().replace(/^application\//, '') === 'dpop+jwt';
}

/** The header of the outermost layer, where that is a proof, or is to be judged as one; undefined for any other token. */
export function proofHeader([outermost]: readonly Layer[], { profile }: Expectations): JsonObject | undefined {
  const header = outermost?.header;
  if (outermost?.type !== 'jws' || !isJsonObject(header)) return undefined;
  return profile === 'dpop' || isDpopProof(header) ? header : undefined;
}

const SECTION = 'RFC 9449 section 4.3';

export const DPOP_CHECKS: readonly CheckEntry<DpopProof>[] = [
  { id: 'dpop-htm', refs: [SECTION, 'RFC 9110 section 9.1'], said: saidBy('htm'), compare: compareMethod },
  { id: 'dpop-htu', refs: [SECTION, 'RFC 3986 section 6.2'], said: saidBy('htu'), compare: compareAddress },
  { id: 'dpop-ath', refs: [SECTION, 'RFC 9449 section 4.2'], compare: compareAth },
  { id: 'dpop-jkt', refs: [SECTION, 'RFC 9449 section 6.1', 'RFC 7638'], compare: compareKey },
  { id: 'dpop-iat', refs: [SECTION, 'RFC 9449 section 11.1'], compare: compareTime },
  { id: 'dpop-jti', refs: [SECTION, 'RFC 9449 section 4.2'], compare: hasId },
];

function saidBy(name: string): (proof: DpopProof) => readonly string[] {
  return ({ claims }) => textsOf(claims && ownMember(claims, name));
}

/** A claim that must be a string with something in it; otherwise what is wrong with it. */
function textClaim(
  claims: JsonObject | undefined,
  name: string,
): { readonly text: string } | { readonly fault: Outcome } {
  if (claims === undefined) return { fault: cannot('claims-unreadable') };
  const value = ownMember(claims, name);
  if (value === undefined) return { fault: failed('claim-missing', { name }) };
  return typeof value === 'string' && value !== '' ? { text: value } : { fault: failed('claim-not-text', { name }) };
}

/** Methods are case-sensitive (RFC 9110 section 9.1). */
function compareMethod({ claims }: DpopProof, { expectations }: CheckContext): Outcome {
  const claim = textClaim(claims, 'htm');
  if ('fault' in claim) return claim.fault;
  const expected = asked(expectations.request?.method);
  const found = claim.text;
  if (expected === undefined) return notAsked('htm-not-asked', { found });
  if (found === expected) return passed('htm-equal', { found });
  const isOnlyCase = found.toUpperCase() === expected.toUpperCase();
  return failed(isOnlyCase ? 'htm-case-differs' : 'htm-differs', { found, expected });
}

function compareAddress({ claims }: DpopProof, { expectations }: CheckContext): Outcome {
  const claim = textClaim(claims, 'htu');
  if ('fault' in claim) return claim.fault;
  const found = claim.text;
  const htu = targetUri(found);
  if (htu === undefined) return failed('htu-no-address', { found });
  const expected = asked(expectations.request?.url);
  if (expected === undefined) return notAsked('htu-not-asked', { found });
  const address = targetUri(expected);
  if (address === undefined) return cannot('request-no-address', { expected });
  if (htu.text !== address.text) return failed('htu-differs', { found: htu.text, expected: address.text });
  return passed(htu.hasMore ? 'htu-equal-with-more' : 'htu-equal', { found: htu.text });
}

async function compareKey(proof: DpopProof, { expectations }: CheckContext): Promise<Outcome> {
  const jwk = ownMember(proof.header, 'jwk');
  if (!isJsonObject(jwk)) return failed('jwk-missing');
  const judged = await judgeJwk(jwk);
  if (!judged.ok) return cannot('jwk-unreadable');
  const found = await thumbprintOf(jwk);
  const expected = asked(expectations.keyThumbprint);
  if (expected !== undefined)
    return found === expected ? passed('jkt-equal', { found }) : failed('jkt-differs', { found, expected });
  const named = namedKey(proof.others, expectations);
  if (named === undefined) return notAsked('jkt-not-asked', { found });
  if (named.jkt === undefined) return notAsked('jkt-not-bound', { found, from: named.from });
  const values = { found, expected: named.jkt, from: named.from };
  return found === named.jkt ? passed('jkt-equal-cnf', values) : failed('jkt-differs-cnf', values);
}

function compareTime({ claims }: DpopProof, { expectations, now }: CheckContext): Outcome {
  if (claims === undefined) return cannot('claims-unreadable');
  const issued = issuedAt(ownMember(claims, 'iat'), now);
  if (issued.kind === 'absent') return failed('claim-missing', { name: 'iat' });
  if (issued.kind === 'not-a-number') return failed('claim-not-time', { name: 'iat' });
  const skew = skewOf(expectations);
  const { age } = issued;
  if (age < -skew) return failed('iat-ahead', { age: -age, skew });
  return age > skew ? failed('proof-old', { age, skew }) : passed('proof-fresh', { age, skew });
}

function hasId({ claims }: DpopProof): Outcome {
  const claim = textClaim(claims, 'jti');
  return 'fault' in claim ? claim.fault : passed('jti-present', { found: claim.text });
}
