/** The access token that a DPoP proof belongs to (RFC 9449 sections 4.3 step 12, 6.1 and 7.1). */
import { digest } from '../crypto/digest.ts';
import { encodeBase64url } from '../token/base64url.ts';
import { readCompact } from '../token/compact.ts';
import { isJsonObject, ownMember } from '../token/json-kind.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { Expectations, JsonObject } from '../types.ts';
import { asked, type CheckContext, cannot, failed, notAsked, type Outcome, passed } from './check.ts';

/** As it is sent, and where it was had from. */
export interface AccessToken {
  readonly text: string;
  readonly from: 'expected' | 'paste';
}

interface Subject {
  readonly claims: JsonObject | undefined;
  readonly others: readonly AccessToken[];
}

/** The one that the person gave, or else any other token of the paste. */
function candidates(others: readonly AccessToken[], expectations: Expectations): readonly AccessToken[] {
  const given = asked(expectations.accessToken);
  return given === undefined ? others : [{ text: given, from: 'expected' }];
}

/** `ath` is the base64url SHA-256 of the access token's ASCII characters. */
export async function compareAth(
  { claims, others }: Subject,
  { expectations, options }: CheckContext,
): Promise<Outcome> {
  if (claims === undefined) return cannot('claims-unreadable');
  const ath = ownMember(claims, 'ath');
  const tokens = candidates(others, expectations);
  const [first] = tokens;
  if (ath !== undefined && typeof ath !== 'string') return failed('claim-not-text', { name: 'ath' });
  if (first === undefined) return notAsked(ath === undefined ? 'ath-absent' : 'ath-not-asked', { found: ath ?? '' });
  if (ath === undefined) return failed('ath-missing', { from: first.from });
  if (/[^\p{ASCII}]/u.test(first.text)) return cannot('access-token-not-ascii');
  const hashes: string[] = [];
  for (const { text, from } of tokens) {
    const digested = await digest('sha-256', encodeUtf8(text), options);
    if (digested === undefined) return cannot('digest-not-loaded');
    const expected = encodeBase64url(digested.bytes);
    if (expected === ath) return passed('ath-equal', { from });
    hashes.push(expected);
  }
  return failed('ath-differs', { found: ath, expected: hashes[0] ?? '', from: first.from });
}

export interface NamedKey {
  /** undefined where the access token names no key, or its claims cannot be read here */
  readonly jkt: string | undefined;
  readonly from: AccessToken['from'];
}

/** The thumbprint in the access token's `cnf`; undefined where there is no access token. */
export function namedKey(others: readonly AccessToken[], expectations: Expectations): NamedKey | undefined {
  const tokens = candidates(others, expectations).map(({ text, from }) => ({ jkt: jktOf(text), from }));
  return tokens.find(({ jkt }) => jkt !== undefined) ?? tokens[0];
}

function jktOf(text: string): string | undefined {
  const { payload } = readCompact(text);
  const claims = payload.kind === 'json' && isJsonObject(payload.value) ? payload.value : {};
  const cnf = ownMember(claims, 'cnf');
  const jkt = isJsonObject(cnf) ? ownMember(cnf, 'jkt') : undefined;
  return typeof jkt === 'string' ? jkt : undefined;
}
