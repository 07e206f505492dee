/** The English of what claims/ tells a kind or an issuer by. Each sentence names its evidence, and proves nothing. */
import type { Values } from '../types.ts';
import { type Sentence, text } from './sentence.ts';

const BECAUSE_SENTENCES = {
  // values: found
  typ: (v) => `The header says “typ” is ${shown(v, 'found')}.`,
  cty: (v) => `The header says “cty” is ${shown(v, 'found')}.`,
  // values: name, found
  'claim-is': (v) => `The claim ${shown(v, 'name')} is ${shown(v, 'found')}.`,
  'claim-starts': (v) => `The claim ${shown(v, 'name')} starts with ${shown(v, 'found')}.`,
  'claim-ends': (v) => `The claim ${shown(v, 'name')} ends in ${shown(v, 'found')}.`,
  'claim-holds': (v) => `The claim ${shown(v, 'name')} holds ${shown(v, 'found')}.`,
  'parameter-is': (v) => `The header parameter ${shown(v, 'name')} is ${shown(v, 'found')}.`,
  'parameter-starts': (v) => `The header parameter ${shown(v, 'name')} starts with ${shown(v, 'found')}.`,
  // values: names
  claims: (v) => `It has ${claimNames(v, 'names')}.`,
  parameters: (v) =>
    `Its header has the ${many(v, 'names') ? 'parameters' : 'parameter'} ${listed(v, 'names', 'and')}.`,
  'same-claims': (v) => `The claims ${listed(v, 'names', 'and')} have the same value.`,
  // values: names, without
  'claims-without': (v) => `It has ${claimNames(v, 'names')}, and no ${listed(v, 'without', 'or')}.`,
  'same-claims-without': (v) =>
    `The claims ${listed(v, 'names', 'and')} have the same value, and there is no ${listed(v, 'without', 'or')}.`,
  'disclosures-behind': () => 'Disclosures or their “~” stand behind the signed part.',
  // values: names
  'disclosures-and-claims': (v) =>
    `Disclosures or their “~” stand behind the signed part, which has ${claimNames(v, 'names')}.`,
  'encrypted-to-issuer': () =>
    'It is encrypted with a key that is used directly, and its header names the issuer: only that issuer reads it.',
  'push-origin': () =>
    'The claim “aud” is the bare origin of a push service, and “sub” an address to reach the sender.',
  'lasting-key': () => 'The claim “iss” is the project’s platform, and “role” names what the key may do.',
  // values: host
  'issuer-host': (v) => `The claim “iss” is an address at ${text(v, 'host')}.`,
  // values: path
  'issuer-path': (v) => `The path in the claim “iss” has the form ${text(v, 'path')}.`,
  // values: path, names
  'issuer-path-and-claims': (v) =>
    `The path in the claim “iss” has the form ${text(v, 'path')}, and there ${many(v, 'names') ? 'are' : 'is'} ${claimNames(v, 'names')}.`,
  // values: host, names
  'issuer-host-and-claims': (v) =>
    `The claim “iss” is an address at ${text(v, 'host')}, and there ${many(v, 'names') ? 'are' : 'is'} ${claimNames(v, 'names')}.`,
  // values: found
  'issuer-account': (v) => `The claim “iss” is a service account at ${text(v, 'found')}.`,
  // values: name, found, names
  'claim-is-and-claims': (v) =>
    `The claim ${shown(v, 'name')} is ${shown(v, 'found')}, and there ${many(v, 'names') ? 'are' : 'is'} ${claimNames(v, 'names')}.`,
} as const satisfies Record<string, Sentence>;

export type BecauseCode = keyof typeof BECAUSE_SENTENCES;

export const BECAUSE_CODES: ReadonlySet<string> = new Set(Object.keys(BECAUSE_SENTENCES));

export function sayBecause(code: BecauseCode, values: Values): string {
  const sentence: Sentence = BECAUSE_SENTENCES[code];
  return sentence(values);
}

function shown(values: Values, name: string): string {
  return `“${text(values, name)}”`;
}

function namesOf(values: Values, name: string): readonly string[] {
  const value = values[name];
  return typeof value === 'object' ? value : [];
}

function many(values: Values, name: string): boolean {
  return namesOf(values, name).length !== 1;
}

function claimNames(values: Values, name: string): string {
  return `the ${many(values, name) ? 'claims' : 'claim'} ${listed(values, name, 'and')}`;
}

/** '“a”', '“a” and “b”', '“a”, “b” and “c”' */
function listed(values: Values, name: string, word: 'and' | 'or'): string {
  const quoted = namesOf(values, name).map((each) => `“${each}”`);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} ${word} ${last}`;
}
