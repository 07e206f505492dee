/**
 * Finding PEM blocks (RFC 7468) in any text, however the block came to be written: text around it, literal \n for line
 * breaks, CRLF, indented, on one line. Offsets are kept. Takes time in proportion to the text.
 */
import { decodeBase64url } from '../token/base64url.ts';

export interface PemBlock {
  /** 'PUBLIC KEY' */
  readonly label: string;
  /** of the END line; undefined where there is none */
  readonly endLabel: string | undefined;
  /** offsets in the text, of the whole block */
  readonly start: number;
  readonly end: number;
  /** where the base64 begins */
  readonly bodyStart: number;
  /** between the BEGIN and END lines, as it stands */
  readonly body: string;
}

/** What the lines of a block hold. */
export type PemContent =
  | {
      readonly kind: 'bytes';
      readonly bytes: Uint8Array /** 'Proc-Type: 4,ENCRYPTED' (RFC 1421) */;
      readonly isEncrypted: boolean;
    }
  /** offset in the text of the character that is not base64 */
  | { readonly kind: 'bad-base64'; readonly at: number };

interface Boundary {
  readonly word: 'BEGIN' | 'END';
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** Word processors make dashes of hyphens, so those are taken as well. */
const DASHES_BEFORE = /[-\u2010-\u2015]{2,8} ?$/;
const LABEL_AND_DASHES = /^(BEGIN|END) ([A-Z0-9][A-Z0-9 ]{0,60}?) ?[-\u2010-\u2015]{2,8}/;

/** All blocks that have a BEGIN line, in order. */
export function findPemBlocks(text: string): readonly PemBlock[] {
  const boundaries = findBoundaries(text);
  return boundaries.flatMap((boundary, index) => {
    if (boundary.word !== 'BEGIN') return [];
    const next = boundaries[index + 1];
    const hasEnd = next?.word === 'END';
    const bodyEnd = next?.start ?? text.length;
    return {
      label: boundary.label,
      endLabel: hasEnd ? next.label : undefined,
      start: boundary.start,
      end: hasEnd ? next.end : bodyEnd,
      bodyStart: boundary.end,
      body: text.slice(boundary.end, bodyEnd),
    };
  });
}

/** Whether the text has an END line: with no block found, its first lines were lost. */
export function hasPemBoundary(text: string): boolean {
  return findBoundaries(text).length > 0;
}

/** Looks at a few characters around each 'BEGIN ' and 'END ', so that runs of dashes cost nothing. */
function findBoundaries(text: string): readonly Boundary[] {
  const boundaries: Boundary[] = [];
  for (const match of text.matchAll(/BEGIN |END /g)) {
    const dashes = DASHES_BEFORE.exec(text.slice(Math.max(0, match.index - 9), match.index));
    const rest = LABEL_AND_DASHES.exec(text.slice(match.index, match.index + 90));
    const [whole, word, label] = rest ?? [];
    if (dashes === null || whole === undefined || label === undefined || (word !== 'BEGIN' && word !== 'END')) continue;
    boundaries.push({ word, label, start: match.index - dashes[0].length, end: match.index + whole.length });
  }
  return boundaries;
}

/** Line breaks, also those that were written as \n or \\n (JSON, env files). */
const LINE_BREAK = /(?:\\{1,2}r)?\\{1,2}n|\r\n|\n|\r/g;
/** White space and characters that no one sees. */
const INVISIBLE = /[\s\u200b-\u200d\u2060\u00ad]+/g;

/** Decodes the base64 of a block. Missing padding and a last character too many are passed over: DER says what is lost. */
export function contentOf(block: PemBlock): PemContent {
  const runs: string[] = [];
  let isEncrypted = false;
  let isPadded = false;
  for (const { line, offset } of linesOf(block.body)) {
    // RFC 1421 section 4.6: 'Name: value' before the base64
    if (runs.length === 0 && /^\s*[A-Za-z][A-Za-z-]*:/.test(line)) {
      isEncrypted ||= /^\s*Proc-Type:.*ENCRYPTED/.test(line);
      continue;
    }
    const run = lettersOf(line, isPadded);
    if (run.letters !== '') runs.push(run.letters);
    isPadded ||= run.letters.endsWith('=');
    if (run.foreign === undefined) continue;
    // with no END line, whatever text follows the base64 is no part of it
    if (block.endLabel === undefined && runs.length > 0) break;
    return { kind: 'bad-base64', at: block.bodyStart + offset + run.foreign };
  }
  return { kind: 'bytes', bytes: decodeBase64url(runs.join('')).bytes ?? new Uint8Array(0), isEncrypted };
}

/** The base64 of a line, up to the first character that is none; nothing may follow padding. */
function lettersOf(
  line: string,
  isPadded: boolean,
): { readonly letters: string; readonly foreign: number | undefined } {
  const visible = line.replace(INVISIBLE, '');
  const letters = (isPadded ? /^=*/ : /^[A-Za-z0-9+/]*=*/).exec(visible)?.[0] ?? '';
  return { letters, foreign: letters === visible ? undefined : offsetOfVisible(line, letters.length) };
}

/** Offset in the line of its visible character with this index. */
function offsetOfVisible(line: string, index: number): number {
  let left = index;
  for (const match of line.matchAll(/[^\s\u200b-\u200d\u2060\u00ad]/g)) {
    if (left === 0) return match.index;
    left -= 1;
  }
  return line.length;
}

function* linesOf(body: string): Generator<{ readonly line: string; readonly offset: number }> {
  let offset = 0;
  for (const match of body.matchAll(LINE_BREAK)) {
    yield { line: body.slice(offset, match.index), offset };
    offset = match.index + match[0].length;
  }
  yield { line: body.slice(offset), offset };
}
