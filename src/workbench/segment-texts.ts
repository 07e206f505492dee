/** The characters of the picked token, segment by segment. */
import type { FoundToken } from '../engine/types.ts';

export interface SegmentTexts {
  readonly header: string;
  readonly payload: string;
  readonly signature: string;
}

const NO_SEGMENTS: SegmentTexts = { header: '', payload: '', signature: '' };

/**
 * The characters of each segment of a token in compact serialization; '' where there is none. Of an encrypted token
 * what follows the header counts as signature; the disclosures of an SD-JWT are no segment.
 */
export function segmentTexts(picked: FoundToken | undefined): SegmentTexts {
  if (picked === undefined) return NO_SEGMENTS;
  if (picked.form !== 'jws-compact' && picked.form !== 'sd-jwt' && picked.form !== 'jwe-compact') return NO_SEGMENTS;
  const { form } = picked;
  const text = form === 'sd-jwt' ? (picked.text.split('~', 1)[0] ?? '') : picked.text;
  const [first, second] = dotsOf(text);
  if (form === 'jwe-compact') return { header: text.slice(0, first), payload: '', signature: text.slice(first + 1) };
  return { header: text.slice(0, first), payload: text.slice(first + 1, second), signature: text.slice(second + 1) };
}

/** Offsets of the first two dots; the end of the text where there is none. */
function dotsOf(text: string): readonly [number, number] {
  const first = text.indexOf('.');
  if (first < 0) return [text.length, text.length];
  const second = text.indexOf('.', first + 1);
  return [first, second < 0 ? text.length : second];
}
