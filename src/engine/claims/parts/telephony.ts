/** Calls: who, to whom, and what is shown (RFC 8225, RFC 8946, RFC 9795). */

import type { Json } from '../../types.ts';
import { type ClaimPart, eachObject, members, membersAt } from './part.ts';

export const explainParty = members(
  new Map([
    ['tn', 'A telephone number, or several.'],
    ['uri', 'An address, or several.'],
    ['hi', 'Why the call was diverted, by its place in the history.'],
  ]),
);

const FINGERPRINT: ReadonlyMap<string, string> = new Map([
  ['alg', 'The hash.'],
  ['dig', 'The fingerprint of the key.'],
]);

export function explainMediaKeys(value: Json): readonly ClaimPart[] {
  return eachObject(value, (pointer, item) =>
    membersAt(pointer, item, (name) => FINGERPRINT.get(name) ?? 'About the key.'),
  );
}

export const explainCallData = members(
  new Map([
    ['nam', 'The caller’s name.'],
    ['apn', 'Another number to show for the caller.'],
    ['icn', 'Address of a picture of the caller.'],
    ['jcd', 'A card with data of the caller.'],
    ['jcl', 'Address of a card with data of the caller.'],
    ['crn', 'The reason of the call.'],
  ]),
);
