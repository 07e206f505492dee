/** The checks of any token that has claims, and which of them a token is asked. */
import { ownMember } from '../token/json-kind.ts';
import type { Expectations } from '../types.ts';
import { asked, type CheckEntry } from './check.ts';
import { HEADER_CHECKS } from './header.ts';
import { AUTHORIZED_PARTY, NONCE, PARTY_CHECKS, TOKEN_TYPE } from './parties.ts';
import { PROFILE_RULES } from './profile-rules.ts';
import { REQUIRED_CLAIMS } from './required.ts';
import type { ClaimsSubject } from './subject.ts';
import { ISSUED_AT, MAX_AGE, TIME_CHECKS } from './times.ts';
import { HASH_CHECKS, HASH_CLAIMS } from './token-hashes.ts';

/**
 * In the order in which they are shown. `token_type` and the three hashes are asked where the token or the person speaks
 * of them, since few tokens have them. `isProof`: it is a DPoP proof, whose `iat` is judged by DPoP's own rule.
 */
export function claimsChecksFor(
  subject: ClaimsSubject,
  expectations: Expectations,
  isProof: boolean,
): readonly CheckEntry<ClaimsSubject>[] {
  const { profile = 'jwt' } = expectations;
  return [
    ...HEADER_CHECKS,
    ...PARTY_CHECKS,
    ...TIME_CHECKS,
    ...(isProof ? [] : [ISSUED_AT]),
    MAX_AGE,
    NONCE,
    AUTHORIZED_PARTY,
    ...(hasTokenType(subject, expectations) ? [TOKEN_TYPE] : []),
    REQUIRED_CLAIMS,
    ...(hasHashes(subject, expectations) ? HASH_CHECKS : []),
    ...PROFILE_RULES[profile],
  ];
}

function hasTokenType(subject: ClaimsSubject, { profile, tokenType }: Expectations): boolean {
  return profile === 'simplejwt' || asked(tokenType) !== undefined || has(subject, 'token_type');
}

/** `accessToken` is DPoP's as well, so that it alone says nothing. */
function hasHashes(subject: ClaimsSubject, { profile, code, state }: Expectations): boolean {
  const isAsked = asked(code) !== undefined || asked(state) !== undefined;
  return profile === 'id-token' || isAsked || HASH_CLAIMS.some((name) => has(subject, name));
}

function has({ claims }: ClaimsSubject, name: string): boolean {
  return typeof claims !== 'string' && ownMember(claims, name) !== undefined;
}
