/** The key binding JWT of an SD-JWT against what the verifier expects (RFC 9901 section 7.3). */
import { ownMember } from '../token/json-kind.ts';
import type { JsonObject } from '../types.ts';
import { asked, type CheckContext, type CheckEntry, failed, notAsked, type Outcome, passed } from './check.ts';
import { textsOf } from './subject.ts';
import { issuedAt, skewOf } from './time.ts';

export interface KeyBinding {
  /** undefined where the presentation has no key binding JWT */
  readonly claims: JsonObject | undefined;
}

const SECTION = 'RFC 9901 section 7.3';
const CLAIMS = 'RFC 9901 section 4.3';

export const KEY_BINDING_CHECKS: readonly CheckEntry<KeyBinding>[] = [
  {
    id: 'kb-aud',
    refs: [SECTION, CLAIMS],
    said: ({ claims }) => textsIn(claims, 'aud'),
    compare: (subject, { expectations }) => compareText(subject, 'aud', expectations.keyBinding?.audience),
  },
  {
    id: 'kb-nonce',
    refs: [SECTION, CLAIMS],
    said: ({ claims }) => textsIn(claims, 'nonce'),
    compare: (subject, { expectations }) => compareText(subject, 'nonce', expectations.keyBinding?.nonce),
  },
  { id: 'kb-iat', refs: [SECTION, CLAIMS], compare: compareTime },
];

function compareText({ claims }: KeyBinding, name: 'aud' | 'nonce', expectation: string | undefined): Outcome {
  const expected = asked(expectation);
  if (claims === undefined)
    return expected === undefined ? notAsked('kb-none', { name }) : failed('kb-missing', { name, expected });
  if (ownMember(claims, name) === undefined) return failed('claim-missing', { name });
  const found = textsIn(claims, name);
  if (found.length === 0) return failed('claim-not-text', { name });
  if (expected === undefined) return notAsked('kb-not-asked', { name, found });
  return found.includes(expected)
    ? passed('kb-equal', { name, found: expected })
    : failed('kb-differs', { name, found, expected });
}

/** RFC 9901 leaves it to the application how `aud` looks; RFC 7519 section 4.1.3 knows a string and a list of them. */
function textsIn(claims: JsonObject | undefined, name: string): readonly string[] {
  return textsOf(claims && ownMember(claims, name)).filter((one) => one !== '');
}

/** How old a key binding may be is the verifier's affair; here its age is told. */
function compareTime({ claims }: KeyBinding, { expectations, now }: CheckContext): Outcome {
  if (claims === undefined) return notAsked('kb-none', { name: 'iat' });
  const issued = issuedAt(ownMember(claims, 'iat'), now);
  if (issued.kind === 'absent') return failed('claim-missing', { name: 'iat' });
  if (issued.kind === 'not-a-number') return failed('claim-not-time', { name: 'iat' });
  const skew = skewOf(expectations);
  return issued.age < -skew ? failed('iat-ahead', { age: -issued.age, skew }) : passed('kb-age', { age: issued.age });
}
