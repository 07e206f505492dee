/** ECDSA signatures in the form that X.509 and `openssl dgst` use, and back (RFC 3279 section 2.2.3, X.690 DER). */

const SEQUENCE = 0x30;
const INTEGER = 0x02;

/**
 * Answers r and s in JOSE's form (RFC 7518 section 3.4: two big-endian numbers of `size` bytes each) where `bytes` are
 * exactly one strict DER `ECDSA-Sig-Value` whose numbers have room in `size` bytes; undefined for anything else.
 */
export function joseFromDer(bytes: Uint8Array, size: number): Uint8Array | undefined {
  const sequence = readElement(bytes, 0, SEQUENCE);
  if (sequence?.end !== bytes.length) return undefined;
  const r = readElement(bytes, sequence.start, INTEGER);
  const s = r && readElement(bytes, r.end, INTEGER);
  if (s?.end !== bytes.length) return undefined;
  const halves = [r, s].map((part) => part && positiveInteger(bytes.subarray(part.start, part.end)));
  const joined = new Uint8Array(2 * size);
  for (const [index, half] of halves.entries()) {
    if (half === undefined || half.length > size) return undefined;
    joined.set(half, (index + 1) * size - half.length);
  }
  return joined;
}

/** Writes a signature in JOSE's form (two numbers of equal length, nothing else) as DER. */
export function derFromJose(signature: Uint8Array): Uint8Array {
  const size = signature.length / 2;
  const content = [signature.subarray(0, size), signature.subarray(size)].flatMap((half) => {
    const number = withoutLeadingZeros(half);
    return element(INTEGER, (number[0] ?? 0) >= 0x80 || number.length === 0 ? [0, ...number] : [...number]);
  });
  return Uint8Array.from(element(SEQUENCE, content));
}

/** Start and end of the content of the element at `at`; lengths in their shortest form only, up to 255 bytes. */
function readElement(bytes: Uint8Array, at: number, tag: number): { start: number; end: number } | undefined {
  if (bytes[at] !== tag) return undefined;
  const first = bytes[at + 1] ?? 0xff;
  const long = first === 0x81;
  const length = long ? (bytes[at + 2] ?? 0) : first;
  if (long ? length < 0x80 : length >= 0x80) return undefined;
  const start = at + (long ? 3 : 2);
  return start + length <= bytes.length ? { start, end: start + length } : undefined;
}

/** The bytes of a positive INTEGER without its sign byte; undefined for zero, negative numbers and longer forms. */
function positiveInteger(content: Uint8Array): Uint8Array | undefined {
  const first = content[0];
  if (first === undefined || first >= 0x80) return undefined;
  if (first !== 0) return content;
  return (content[1] ?? 0) >= 0x80 ? content.subarray(1) : undefined;
}

function withoutLeadingZeros(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first === -1 ? bytes.subarray(bytes.length) : bytes.subarray(first);
}

function element(tag: number, content: readonly number[]): number[] {
  const length = content.length < 0x80 ? [content.length] : [0x81, content.length];
  return [tag, ...length, ...content];
}
