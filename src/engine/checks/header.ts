/** `alg` and `typ` of the header over the claims. */
import { mediaTypeOf } from '../claims/facts.ts';
import { ownMember } from '../token/json-kind.ts';
import {
  asked,
  askedList,
  type CheckContext,
  type CheckEntry,
  cannot,
  failed,
  notAsked,
  type Outcome,
  passed,
} from './check.ts';
import { type ClaimsSubject, kindOf } from './subject.ts';
import { compareTexts } from './text-comparison.ts';

export const HEADER_CHECKS: readonly CheckEntry<ClaimsSubject>[] = [
  {
    id: 'alg',
    refs: ['RFC 8725 section 3.1', 'RFC 7515 section 4.1.1'],
    said: ({ algs }) => algs,
    compare: compareAlg,
  },
  {
    id: 'typ',
    refs: ['RFC 7515 section 4.1.9', 'RFC 8725 section 3.11'],
    said: ({ header }) => textIn(header, 'typ'),
    compare: compareTyp,
  },
];

/** Every signature that counts must have been made with an allowed algorithm. Names are case-sensitive. */
function compareAlg({ algs }: ClaimsSubject, { expectations }: CheckContext): Outcome {
  const expected = askedList(expectations.algorithms);
  if (expected === undefined)
    return algs.length === 0 ? notAsked('alg-unreadable') : notAsked('text-said', { found: algs });
  if (algs.length === 0) return cannot('alg-unreadable');
  const others = algs.filter((alg) => !expected.includes(alg));
  return others.length === 0
    ? passed('alg-allowed', { found: algs })
    : failed('alg-not-allowed', { found: others, expected });
}

/** A media type: letters of either case are the same, and `application/` may be left out. */
function compareTyp({ header }: ClaimsSubject, { expectations }: CheckContext): Outcome {
  const typ = ownMember(header, 'typ');
  if (typ !== undefined && typeof typ !== 'string') return failed('typ-no-string', { found: kindOf(typ) });
  const expected = asked(expectations.typ);
  return compareTexts({
    name: 'typ',
    found: typ === undefined ? [] : [typ],
    expected: expected === undefined ? undefined : [expected],
    isSame: (one, other) => mediaTypeOf(one) === mediaTypeOf(other),
  });
}

function textIn(header: ClaimsSubject['header'], name: string): readonly string[] {
  const value = ownMember(header, name);
  return typeof value === 'string' ? [value] : [];
}
