/** `zip: DEF` (RFC 7516 section 4.1.3, RFC 1951): inflating as a stream that stops at a limit, and deflating. */
import { decodeUtf8 } from '../../token/utf8.ts';
import { concatBytes, owned } from './bytes.ts';

type Format = 'deflate-raw' | 'deflate';

export type Inflated =
  | { readonly kind: 'inflated'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** zlib (RFC 1950) around the stream, where RFC 7516 wants the bare one; inflated all the same */
  | { readonly kind: 'zlib'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** there are at least `atLeast` bytes, more than `limit`: what came so far was dropped, and the rest not made */
  | { readonly kind: 'too-large'; readonly limit: number; readonly atLeast: number }
  | { readonly kind: 'not-compressed' }
  /** it begins as a stream and does not end as one. `atLeast` bytes came out; runtimes differ in the last few hundred */
  | { readonly kind: 'broken'; readonly atLeast: number };

/**
 * Inflates `bytes`, to at most `limit` bytes. A text that is no deflate stream is `not-compressed`; for other bytes that
 * is said where nothing comes out of them. Rejects only with the reason of `options.signal`.
 */
export async function inflateRaw(
  bytes: Uint8Array,
  limit: number,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<Inflated> {
  const raw = await inflateWhole(bytes, 'deflate-raw', limit, options.signal);
  if (raw.kind !== 'failed') return raw.kind === 'whole' ? { kind: 'inflated', bytes: raw.bytes } : raw;
  // a text fails early and late, as its letters will have it; a stream is hardly ever well-formed UTF-8
  if (decodeUtf8(bytes).ok) return { kind: 'not-compressed' };
  if (hasZlibHeader(bytes)) return inflateZlib(bytes, limit, options.signal);
  return raw.atLeast > 0 || raw.tooShort ? { kind: 'broken', atLeast: raw.atLeast } : { kind: 'not-compressed' };
}

async function inflateZlib(bytes: Uint8Array, limit: number, signal: AbortSignal | undefined): Promise<Inflated> {
  const zlib = await inflateWhole(bytes, 'deflate', limit, signal);
  if (zlib.kind === 'failed') return { kind: 'broken', atLeast: zlib.atLeast };
  return zlib.kind === 'whole' ? { kind: 'zlib', bytes: zlib.bytes } : zlib;
}

/** RFC 1950 section 2.2: method 8, a window of at most 32 KiB, no dictionary, and both bytes a multiple of 31. */
function hasZlibHeader([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && first >> 4 <= 7 && (second & 0x20) === 0 && ((first << 8) | second) % 31 === 0;
}

type Attempt =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array<ArrayBuffer> }
  | Extract<Inflated, { kind: 'too-large' }>
  /** `tooShort`: all of the input was taken, and the stream had not ended */
  | { readonly kind: 'failed'; readonly atLeast: number; readonly tooShort: boolean };

/** Node 20 passes over bytes behind the end of the stream, browsers refuse them; so it must not end before the last one. */
async function inflateWhole(
  bytes: Uint8Array,
  format: Format,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<Attempt> {
  const attempt = await inflate(bytes, format, limit, signal);
  if (attempt.kind !== 'whole') return attempt;
  const shorter = await inflate(bytes.subarray(0, -1), format, limit, signal);
  return shorter.kind === 'whole' ? { kind: 'failed', atLeast: shorter.bytes.length, tooShort: false } : attempt;
}

/**
 * A byte may become a thousand, and Chromium inflates all that it is given before anything can be read. So pieces are
 * small: what is made beyond the limit is at most half a MiB.
 */
const PIECE_BYTES = 512;

async function inflate(
  bytes: Uint8Array,
  format: Format,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<Attempt> {
  signal?.throwIfAborted();
  const stream = new DecompressionStream(format);
  const feeding = feed(stream.writable, bytes);
  const reader = stream.readable.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      signal?.throwIfAborted();
      chunks.push(read.value);
      length += read.value.length;
      if (length > limit) return { kind: 'too-large', limit, atLeast: length };
    }
    return { kind: 'whole', bytes: concatBytes(...chunks) };
  } catch {
    signal?.throwIfAborted();
    return { kind: 'failed', atLeast: length, tooShort: await feeding };
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** Answers whether all of it was taken, piece by piece as fast as it is read; whether it was whole, the reader learns. */
async function feed(writable: WritableStream<BufferSource>, bytes: Uint8Array): Promise<boolean> {
  const writer = writable.getWriter();
  try {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      await writer.ready;
      await writer.write(owned(bytes.subarray(at, at + PIECE_BYTES)));
    }
  } catch {
    return false;
  }
  await writer.close().catch(() => undefined);
  return true;
}

/** A deflate stream of `bytes`, without any frame around it. */
export async function deflateRaw(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const { writable, readable } = new CompressionStream('deflate-raw');
  const writer = writable.getWriter();
  const written = writer.write(owned(bytes)).then(() => writer.close());
  const chunks: Uint8Array[] = [];
  const reader = readable.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) chunks.push(read.value);
  await written;
  return concatBytes(...chunks);
}
