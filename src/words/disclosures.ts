/** Words of an SD-JWT's disclosures (RFC 9901). */
import type { Disclosure } from '../engine/types.ts';
import { characters, count, number } from './numbers.ts';

export const DISCLOSURES = {
  claims: 'Claims with their disclosures',
  stray: 'Not part of these claims',
  reading: 'Reading the disclosures…',
  unknownHash: 'The digests could not be computed, so where each disclosure belongs is not known.',
  hidden: 'hidden or decoy: only the issuer can tell',
  notShown: 'not shown',
  switches:
    'Each switch builds another presentation: the same signature with other disclosures. The token changes with it.',
  innerOnly: 'It lies inside of another layer, so it is shown here as it arrived.',
  keyBindingDropped:
    'The key binding JWT was left out: it was made for the disclosures as they arrived, and only the holder’s key can make another.',
  processed: 'Processed payload',
  processedNote: 'What a verifier works with: disclosed claims in place, digests gone.',
  copyProcessed: 'Copy processed payload',
  facts: { name: 'Name', value: 'Value', salt: 'Salt', digest: 'Digest', state: 'State', place: 'Place' },
  noName: 'an entry of a list has none',
  unreadable: 'cannot be read',
  hiddenMember: 'a claim',
  hiddenEntry: 'an entry',
  moreRows: (rest: number) => `and ${count(rest, 'more claim', 'more claims')}, in the processed payload below`,
  keyBinding: 'Key binding',
  byHolder: 'Signed by the holder',
  keyBindingNote:
    'The holder signed these disclosures with the key that the issuer’s claims name. It counts where the issuer’s signature holds.',
  sdHashStates: {
    equal: 'that of these disclosures',
    differs: 'that of other disclosures',
    unknown: 'not compared: the key binding fails before that',
  },
  absent: 'missing',
} as const;

const STATES: Readonly<Record<Disclosure['state'], string>> = {
  referenced: 'belongs here',
  unreferenced: 'no digest in the claims is its own',
  duplicate: 'stands more than once',
  malformed: 'malformed',
};

export const disclosureState = (state: Disclosure['state']) => STATES[state];

/** Accessible name of a switch: the number tells apart what has the same name. */
export const disclosureName = (index: number, name: string | undefined) =>
  name === undefined ? `Disclosure ${number(index + 1)}` : `Disclosure ${number(index + 1)}: ${name}`;

/** Name of an array's element. */
export const entryName = (index: number) => `entry ${number(index + 1)}`;

export const disclosureDetails = (index: number) => `Salt and digest of disclosure ${number(index + 1)}`;

/** '2 of 5 disclosures shown'. */
export const shownLine = (shown: number, all: number) =>
  `${number(shown)} of ${count(all, 'disclosure', 'disclosures')} shown`;
export const hiddenLine = (hidden: number) => `${count(hidden, 'digest', 'digests')} without a disclosure`;
export const madeAt = (iso: string) => `${iso} UTC`;
export const cutPayload = (shown: number, all: number) =>
  `The first ${number(shown)} of ${characters(all)}. Copy holds them all.`;
