/** What is selected, as facts: where it stands in the JSON, the bytes and the token. */
import type { ByteMap } from '../../engine/token/bytes/byte-map.ts';
import { bytesTouchedBy } from '../../engine/token/bytes/cells.ts';
import { charactersIn } from '../../engine/token/bytes/decoded-characters.ts';
import { placeOfRange } from '../../engine/token/bytes/place-of-range.ts';
import { characterOfByte } from '../../engine/token/utf8.ts';
import {
  BYTES,
  base64urlFact,
  bytesFact,
  byteWords,
  edgesWords,
  type NumberForm,
  partTitle,
  placeWords,
  rangeIn,
  selectedCharacters,
} from '../../words/bytes.ts';
import type { JsonText } from '../marks/layer-parts.ts';
import type { Marked } from './byte-focus.ts';
import type { BytePart } from './byte-parts.ts';

export interface SelectionFacts {
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly words: string }[];
}

export function selectionFacts(
  part: BytePart,
  map: ByteMap,
  { characters, bytes }: Marked,
  content: JsonText | undefined,
): SelectionFacts {
  const title = partTitle(part.of.name, part.of.index, part.piece);
  const text = content && textRange(content.text, map.bytes, bytes);
  const place = content && text && placeOfRange(content.json.root, text[0], text[1]);
  const isJson = content !== undefined && content.json.problems.length === 0;
  const edges = edgesOf(map, { characters, bytes });
  const { facts } = BYTES;
  return {
    title: place === undefined ? selectedCharacters(characters[1] - characters[0]) : placeWords(place),
    rows: [
      ...(place === undefined || place.pointer === '' ? [] : [{ label: facts.pointer, words: place.pointer }]),
      ...(text === undefined ? [] : [{ label: isJson ? facts.json : facts.text, words: rangeIn(text, title) }]),
      { label: facts.bytes, words: bytesFact(bytes) },
      { label: facts.base64url, words: base64urlFact(characters) },
      ...(edges === undefined ? [] : [{ label: facts.edges, words: edges }]),
    ],
  };
}

/** Characters of the text that have one of the bytes; undefined where there is none. */
function textRange(text: string, all: Uint8Array, [from, to]: Marked['bytes']) {
  if (to <= from) return undefined;
  const last = characterOfByte(text, all, to - 1);
  const width = (text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
  return [characterOfByte(text, all, from), last + width] as const;
}

/** Bits beside the selected bytes that the selected characters hold too; of a character alone the sentence tells it. */
function edgesOf(map: ByteMap, { characters, bytes }: Pick<Marked, 'characters' | 'bytes'>): string | undefined {
  const [start, end] = bytesTouchedBy(map, ...characters);
  if (bytes[1] <= bytes[0] || (start === bytes[0] && end === bytes[1])) return undefined;
  const before = start < bytes[0] ? bytes[0] * 8 - map.lettersBefore(characters[0]) * 6 : 0;
  const after = end > bytes[1] ? map.lettersBefore(characters[1]) * 6 - bytes[1] * 8 : 0;
  return edgesWords(before, after);
}

/** Characters of a copied text's line of bytes. */
const MOST_COPIED = 100_000;

/** For the clipboard: the facts, what the bytes spell, and the bytes. */
export function copyText(map: ByteMap, marked: Marked, { title, rows }: SelectionFacts, form: NumberForm): string {
  const [from, to] = marked.bytes;
  const last = Math.min(to, from + MOST_COPIED);
  const numbers = Array.from(map.bytes.subarray(from, last), (byte) => byteWords(byte, form)).join(' ');
  const spelled = charactersIn(map.bytes, from, last)
    .map((one) => (one.kind === 'character' ? one.text : '\ufffd'))
    .join('');
  return [
    title,
    ...rows.map(({ label, words }) => `${label}: ${words}`),
    map.text.slice(...marked.characters),
    numbers,
    spelled,
  ].join('\n');
}
