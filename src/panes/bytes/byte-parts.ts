/** The encoded parts of a layer that can be looked at byte by byte. */
import type { Opened } from '../../engine/open.ts';
import type { EncodedPart, PartName } from '../../engine/token/shapes.ts';
import type { MarkPlaces } from '../pane-mark.ts';

export interface BytePart {
  /** tells it from the other parts of the layer, also after an edit */
  readonly id: string;
  readonly of: EncodedPart;
  /** of a key binding JWT, which is a token of three segments itself */
  readonly piece: 'header' | 'payload' | 'signature' | undefined;
  readonly text: string;
  /** of its first character within `of` */
  readonly offset: number;
  /** each of its characters stands in the token; in a JSON serialization some may be written as escapes */
  readonly isPlain: boolean;
  /** false: the characters are the content themselves (RFC 7797) */
  readonly isEncoded: boolean;
  /** its bytes are meant to be JSON */
  readonly isJson: boolean;
}

const JSON_PARTS: ReadonlySet<PartName> = new Set(['header', 'payload', 'disclosure']);
const PIECES = ['header', 'payload', 'signature'] as const;

/** In the order of the token. None where there is no token. */
export function byteParts({ object, picked }: Pick<Opened, 'object' | 'picked'>): readonly BytePart[] {
  if (object === undefined || picked === undefined) return [];
  const isEncoded = object.type === 'jwe' || object.signatures.every((signature) => signature.isEncoded);
  return object.parts.flatMap((of) => {
    if (of.name === 'key-binding') return piecesOf(of);
    const { name, index, text, start, end } = of;
    return {
      id: index === undefined ? name : `${name} ${index}`,
      of,
      piece: undefined,
      text,
      offset: 0,
      isPlain: picked.text.slice(start, end) === text,
      isEncoded: isEncoded || name !== 'payload',
      isJson: JSON_PARTS.has(name),
    };
  });
}

function piecesOf(of: EncodedPart): readonly BytePart[] {
  const segments = of.text.split('.', PIECES.length);
  let next = 0;
  return PIECES.slice(0, segments.length).map((piece, number): BytePart => {
    const text = segments[number] ?? '';
    const offset = next;
    next += text.length + 1;
    const id = `${of.name} ${piece}`;
    return { id, of, piece, text, offset, isPlain: true, isEncoded: true, isJson: piece !== 'signature' };
  });
}

/** The part that is shown while nothing has been chosen: the claims, or what comes first where there are none. */
export function firstPart(parts: readonly BytePart[]): BytePart | undefined {
  return parts.find(({ of, text }) => of.name === 'payload' && text !== '') ?? parts[0];
}

/** Characters of a part. */
export interface PartSpan {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The characters that a mark has in one of the parts; undefined where it has none. */
export function spanOfMark(parts: readonly BytePart[], place: MarkPlaces['part']): PartSpan | undefined {
  if (place === undefined) return undefined;
  const { name, index } = place;
  const part = parts.find(
    ({ of, offset, text }) =>
      of.name === name && of.index === index && offset <= place.start && place.end <= offset + text.length,
  );
  return part && { id: part.id, start: place.start - part.offset, end: place.end - part.offset };
}
