import { type ConvertRefusal, sayConvert } from './messages/convert.ts';
import { openText } from './open.ts';
import { isJsonArray, isJsonObject } from './token/json-kind.ts';
import {
  type Envelope,
  envelopeFrom,
  otherMembers,
  partText,
  writeCompact,
  writeFlattened,
  writeGeneral,
} from './token/serialize.ts';
import type { JoseObject, JwsObject, Serialization } from './token/shapes.ts';
import type { FoundToken, Json, Problem, Values } from './types.ts';

export type ConvertAnswer =
  /** `text` is the whole input text, in which the picked token now stands in the other serialization */
  | { readonly converted: true; readonly text: string }
  | { readonly converted: false; readonly code: ConvertRefusal; readonly message: string };

/**
 * Writes the picked token in another serialization (RFC 7515 section 7, RFC 7516 section 7; SD-JWT by RFC 9901 section
 * 8). No key is needed: every base64url string is carried over as it stands, so what was signed or encrypted stays what
 * it was, and content that is elsewhere stays there. JSON is laid out on two-space lines. What has no such form, and
 * what would be read as another token, is answered with the reason. Never throws.
 */
export function convertSerialization(text: string, pick: number, to: Serialization): ConvertAnswer {
  const { object, picked } = openText(text, pick);
  if (object === undefined || picked === undefined) return refused('not-a-token');
  if (object.serialization === to) return refused('already', { to });
  const broken = brokenForm(object);
  if (broken !== undefined) return refused('not-well-formed', { problem: broken.message });
  const envelope = envelopeFrom(object, picked.text);
  if (envelope === undefined) return refused('not-a-token');
  const obstacle = to === 'general' ? undefined : obstacleTo(to, object, envelope);
  if (obstacle !== undefined) return obstacle;
  const written = write(object, envelope, to);
  if (!isSame(object, openText(written).object, to)) return refused('would-change');
  const whole = putBack(text, picked, written);
  return isSame(object, openText(whole, pick).object, to) ? { converted: true, text: whole } : refused('surrounded');
}

function refused(code: ConvertRefusal, values: Values = {}): Extract<ConvertAnswer, { converted: false }> {
  return { converted: false, code, message: sayConvert(code, values) };
}

/** What makes the parts of a token unsure. What is wrong inside of a part is carried over with it. */
const BREAKS_FORM: ReadonlySet<Problem['code']> = new Set([
  'segment-count',
  'envelope-invalid',
  'sd-jwt-form',
  'header-not-utf8',
  'header-not-json',
  'header-not-object',
  'header-clash',
]);

function brokenForm(object: JoseObject): Problem | undefined {
  const entries = object.type === 'jws' ? object.signatures : object.recipients;
  return [...object.problems, ...entries.flatMap(({ problems }) => problems)].find(({ code }) => BREAKS_FORM.has(code));
}

function obstacleTo(to: 'compact' | 'flattened', object: JoseObject, envelope: Envelope): ConvertAnswer | undefined {
  const count = envelope.entries.length;
  if (count !== 1) return refused('several', { to, count, of: object.type === 'jws' ? 'signatures' : 'recipients' });
  if (to === 'flattened') return undefined;
  const unprotected = unprotectedNames(object);
  if (unprotected.length > 0) return refused('unprotected', { names: unprotected });
  if (object.type === 'jwe' && object.aadText !== undefined) return refused('aad');
  const others = otherMembers(envelope, object.type);
  if (others.length > 0) return refused('other-members', { names: others });
  return object.type === 'jws' ? payloadObstacle(object) : undefined;
}

function unprotectedNames(object: JoseObject): readonly string[] {
  if (object.type === 'jwe')
    return [object.sharedHeader, object.recipients[0]?.unprotectedHeader].flatMap((header) =>
      Object.keys(header ?? {}),
    );
  const header = object.signatures[0]?.unprotectedHeader ?? {};
  return Object.entries(header).flatMap(([name, value]) => (hasPlaceInSdJwt(name, value) ? [] : [name]));
}

/** The two that the compact SD-JWT has after its tildes. */
function hasPlaceInSdJwt(name: string, value: Json): boolean {
  if (name === 'kb_jwt') return typeof value === 'string';
  return name === 'disclosures' && isJsonArray(value) && value.every((one) => typeof one === 'string');
}

function payloadObstacle({ payload, signatures }: JwsObject): ConvertAnswer | undefined {
  if (payload.text === undefined || signatures[0]?.isEncoded !== false) return undefined;
  if (payload.text.includes('.')) return refused('payload-dot');
  const character = /[^\x20-\x7e]/u.exec(payload.text)?.[0];
  return character === undefined ? undefined : refused('payload-character', { character: shown(character) });
}

function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character)
    ? character
    : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

function write(object: JoseObject, envelope: Envelope, to: Serialization): string {
  switch (to) {
    case 'compact':
      return writeCompact(object);
    case 'flattened':
      return writeFlattened(envelope, object.type);
    case 'general':
      return writeGeneral(envelope, object.type);
    default:
      return to satisfies never;
  }
}

/** A compact token in JSON is a string there, and a JSON serialization is an object. */
function putBack(text: string, { start, end, where, form }: FoundToken, written: string): string {
  const isInJson = where.startsWith('json ');
  const isQuoted = text.charAt(start - 1) === '"' && text.charAt(end) === '"';
  const wasJson = form === 'jws-json' || form === 'jwe-json';
  if (isInJson && !wasJson && isQuoted) return text.slice(0, start - 1) + written + text.slice(end + 1);
  const isString = isInJson && wasJson && !written.startsWith('{');
  return text.slice(0, start) + (isString ? `"${written}"` : written) + text.slice(end);
}

/** Whether both have the same parts, character by character, and the same unprotected headers. */
function isSame(object: JoseObject, other: JoseObject | undefined, to: Serialization): boolean {
  return other?.serialization === to && contentOf(object) === contentOf(other);
}

function contentOf(object: JoseObject): string {
  if (object.type === 'jws') {
    const signatures = object.signatures.map((one) => [
      one.protectedText,
      one.signatureText,
      withoutSd(one.unprotectedHeader),
    ]);
    return JSON.stringify(['jws', object.payload.text ?? '', signatures, sdPartsOf(object)]);
  }
  const recipients = object.recipients.map((one, index) => [one.unprotectedHeader ?? {}, keyText(object, index)]);
  const { protectedText, sharedHeader, aadText } = object;
  const sealed = (['iv', 'ciphertext', 'tag'] as const).map((name) => partText(object, name));
  return JSON.stringify(['jwe', protectedText, sharedHeader ?? {}, aadText, sealed, recipients]);
}

function keyText(object: JoseObject, index: number): string {
  return object.parts.find((part) => part.name === 'encrypted-key' && (part.index ?? 0) === index)?.text ?? '';
}

function withoutSd(header: Json | undefined): readonly (readonly [string, Json])[] {
  return isJsonObject(header) ? Object.entries(header).filter(([name, value]) => !hasPlaceInSdJwt(name, value)) : [];
}

/** Disclosures and key binding JWT, from wherever the form has them. */
function sdPartsOf(object: JwsObject): readonly Json[] {
  const parts = object.parts.filter(({ name }) => name === 'disclosure' || name === 'key-binding');
  const { disclosures, kb_jwt: keyBinding } = object.signatures[0]?.unprotectedHeader ?? {};
  if (object.serialization === 'compact') return parts.map(({ text }) => text);
  return [...(isJsonArray(disclosures) ? disclosures : []), ...(keyBinding === undefined ? [] : [keyBinding])];
}
