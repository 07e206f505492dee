/**
 * One JOSE object as the text of another serialization (RFC 7515 section 7, RFC 7516 section 7, RFC 9901 section 8).
 * Every encoded string is carried over as it stands, and so is the JSON text of every member.
 */
import { memberOf, parseJson } from './json.ts';
import type { JsonNode } from './json-shapes.ts';
import { layOut } from './layout.ts';
import type { JoseObject, JwsObject, PartName } from './shapes.ts';

/** A member of a JSON object: its name, and the JSON text of its value. */
type Member = readonly [name: string, literal: string];

/** A JSON serialization without the choice between flattened and general. */
export interface Envelope {
  /** what belongs to all signatures or recipients */
  readonly common: readonly Member[];
  /** one for each signature or recipient */
  readonly entries: readonly (readonly Member[])[];
}

interface Names {
  readonly list: string;
  readonly entry: readonly string[];
  /** all of the form, in the order of the RFC's examples */
  readonly flattened: readonly string[];
  readonly general: readonly string[];
}

const NAMES: Readonly<Record<JoseObject['type'], Names>> = {
  jws: {
    list: 'signatures',
    entry: ['protected', 'header', 'signature'],
    flattened: ['payload', 'protected', 'header', 'signature'],
    general: ['payload', 'signatures'],
  },
  jwe: {
    list: 'recipients',
    entry: ['header', 'encrypted_key'],
    flattened: ['protected', 'unprotected', 'header', 'encrypted_key', 'aad', 'iv', 'ciphertext', 'tag'],
    general: ['protected', 'unprotected', 'recipients', 'aad', 'iv', 'ciphertext', 'tag'],
  },
};

/** What an object whose cleaned text this is consists of; undefined where a JSON serialization's text is not JSON. */
export function envelopeFrom(object: JoseObject, text: string): Envelope | undefined {
  if (object.serialization !== 'compact') return envelopeFromJson(object, text);
  return object.type === 'jws' ? envelopeFromJws(object, text) : envelopeFromJwe(object);
}

/** The text of a part; '' where there is none. */
export function partText(object: JoseObject, name: PartName): string {
  return object.parts.find((part) => part.name === name)?.text ?? '';
}

function envelopeFromJws(object: JwsObject, text: string): Envelope {
  const header = text.includes('~') ? disclosuresHeader(object) : undefined;
  return {
    // an empty one may mean that the content is elsewhere, and then JSON has no such member (RFC 7515 appendix F)
    common: filled('payload', partText(object, 'payload')),
    entries: [
      [
        ...filled('protected', partText(object, 'header')),
        ...(header === undefined ? [] : [['header', header] as const]),
        ['signature', JSON.stringify(partText(object, 'signature'))],
      ],
    ],
  };
}

/** Other members than `ciphertext` are left out where they are empty (RFC 7516 section 7.2.1). */
function envelopeFromJwe(object: JoseObject): Envelope {
  return {
    common: [
      ...filled('protected', partText(object, 'header')),
      ...filled('iv', partText(object, 'iv')),
      ['ciphertext', JSON.stringify(partText(object, 'ciphertext'))],
      ...filled('tag', partText(object, 'tag')),
    ],
    entries: [filled('encrypted_key', partText(object, 'encrypted-key'))],
  };
}

function filled(name: string, text: string): readonly Member[] {
  return text === '' ? [] : [[name, JSON.stringify(text)]];
}

/** What follows the `~` of the compact form stands in the unprotected header (RFC 9901 section 8). */
function disclosuresHeader(object: JwsObject): string {
  const disclosures = object.parts.filter(({ name }) => name === 'disclosure').map(({ text }) => text);
  const keyBinding = partText(object, 'key-binding');
  return JSON.stringify({ disclosures, ...(keyBinding === '' ? {} : { kb_jwt: keyBinding }) });
}

function envelopeFromJson(object: JoseObject, text: string): Envelope | undefined {
  const { root } = parseJson(text);
  if (root?.kind !== 'object') return undefined;
  const { list, entry } = NAMES[object.type];
  const members = membersOf(root, text);
  if (object.serialization === 'general') {
    const entries = memberOf(root, list)?.value;
    if (entries?.kind !== 'array') return undefined;
    return {
      common: members.filter(([name]) => name !== list),
      entries: entries.items.map((item) => membersOf(item, text)),
    };
  }
  const isOfEntry = ([name]: Member) => entry.includes(name);
  return { common: members.filter((member) => !isOfEntry(member)), entries: [members.filter(isOfEntry)] };
}

function membersOf(node: JsonNode, text: string): readonly Member[] {
  if (node.kind !== 'object') return [];
  return node.members.map(({ name, value }) => [name, text.slice(value.start, value.end)]);
}

/** Members that no RFC names and readers ignore. They stay in JSON; the compact serialization has no place for them. */
export function otherMembers({ common, entries }: Envelope, type: JoseObject['type']): readonly string[] {
  const { flattened } = NAMES[type];
  return [...common, ...entries.flat()].map(([name]) => name).filter((name) => !flattened.includes(name));
}

/** On two-space lines. */
export function writeGeneral({ common, entries }: Envelope, type: JoseObject['type']): string {
  const { list, entry, general } = NAMES[type];
  const items = entries.map((members) => objectText(members, entry)).join(',');
  return laidOut(objectText([...common, [list, `[${items}]`]], general));
}

/** On two-space lines, with the one entry that there must be. */
export function writeFlattened({ common, entries }: Envelope, type: JoseObject['type']): string {
  return laidOut(objectText([...common, ...(entries[0] ?? [])], NAMES[type].flattened));
}

/** Named members in this order, then the others as they came. */
function objectText(members: readonly Member[], order: readonly string[]): string {
  const placeOf = ([name]: Member) => (order.includes(name) ? order.indexOf(name) : order.length);
  const sorted = members.toSorted((one, other) => placeOf(one) - placeOf(other));
  return `{${sorted.map(([name, literal]) => `${JSON.stringify(name)}:${literal}`).join(',')}}`;
}

function laidOut(text: string): string {
  return layOut(text, parseJson(text));
}

/**
 * The parts with dots between them, and the disclosures and the key binding JWT after tildes. For an object with one
 * signature or recipient, whose unprotected header holds nothing else.
 */
export function writeCompact(object: JoseObject): string {
  if (object.type === 'jwe') {
    const parts = (['header', 'encrypted-key', 'iv', 'ciphertext', 'tag'] as const).map((name) =>
      partText(object, name),
    );
    return parts.join('.');
  }
  const jwt = [partText(object, 'header'), object.payload.text ?? '', partText(object, 'signature')].join('.');
  const { disclosures, kb_jwt: keyBinding } = object.signatures[0]?.unprotectedHeader ?? {};
  if (disclosures === undefined && keyBinding === undefined) return jwt;
  const listed = Array.isArray(disclosures) ? disclosures : [];
  return [jwt, ...listed, typeof keyBinding === 'string' ? keyBinding : ''].join('~');
}
