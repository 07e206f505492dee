/** Claims that must be there, whatever they say. */
import { askedList, type CheckContext, type CheckEntry, failed, notAsked, type Outcome, passed } from './check.ts';
import { type ClaimsSubject, withoutClaims } from './subject.ts';

export const REQUIRED_CLAIMS: CheckEntry<ClaimsSubject> = {
  id: 'required',
  refs: ['RFC 7519 section 4.1'],
  compare: compareRequired,
};

function compareRequired({ claims }: ClaimsSubject, { expectations }: CheckContext): Outcome {
  const names = askedList(expectations.requiredClaims);
  if (typeof claims === 'string') return withoutClaims(claims, names !== undefined);
  if (names === undefined) return notAsked('required-not-asked');
  const missing = names.filter((name) => !Object.hasOwn(claims, name));
  return missing.length === 0 ? passed('required-there', { names }) : failed('required-missing', { names: missing });
}
