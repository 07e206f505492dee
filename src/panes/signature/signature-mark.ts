/** What of a signature is marked. */
import type { PaintSpan } from '../../editor/paint.ts';
import { bytesOfCharacters } from '../../engine/token/segment-bytes.ts';
import type { Marks } from '../marks/use-marks.ts';
import type { MarkPlaces } from '../pane-mark.ts';

interface OfSignature {
  /** from 0 */
  readonly layer: number;
  /** which signature of a JSON serialization */
  readonly entry: number;
  readonly text: string;
  readonly bytes: Uint8Array | undefined;
}

export interface SignatureMarks {
  readonly characters: readonly PaintSpan[];
  /** start and end count bytes */
  readonly bytes: readonly PaintSpan[];
}

const NONE: SignatureMarks = { characters: [], bytes: [] };

/** Softly what is pointed at, and what is selected. */
export function signatureMarks(
  { places, pointed }: Pick<Marks, 'places' | 'pointed'>,
  of: OfSignature,
): SignatureMarks {
  const characters = [...spanOf(pointed, of, 'mark-point'), ...spanOf(places, of, 'mark-select')];
  if (characters.length === 0) return NONE;
  const { text, bytes } = of;
  const strict = !/[^A-Za-z0-9_-]/.test(text);
  const segment = { name: 'signature', start: 0, end: text.length, text, bytes, strict } as const;
  return {
    characters,
    bytes: characters.map(({ className, start, end }) => {
      const [first, last] = bytesOfCharacters(segment, start, end);
      return { className, start: first, end: last };
    }),
  };
}

function spanOf({ layer, part }: MarkPlaces, of: OfSignature, className: string): readonly PaintSpan[] {
  if (part?.name !== 'signature' || layer !== of.layer || (part.index ?? 0) !== of.entry) return [];
  return [{ start: part.start, end: part.end, className }];
}
