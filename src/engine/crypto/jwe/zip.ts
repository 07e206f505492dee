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
  /** it begins as a stream and does not end as one. `atLeast` bytes came out; runtimes differ in how much of the last piece they give */
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
  const atLeast = raw.atLeast > 0 ? raw.atLeast : await bytesBeforeBreak(bytes, limit, options.signal);
  return atLeast > 0 ? { kind: 'broken', atLeast } : { kind: 'not-compressed' };
}

/** What comes of the piece that breaks Chromium drops, so the first one is given once more in small ones. */
async function bytesBeforeBreak(bytes: Uint8Array, limit: number, signal: AbortSignal | undefined): Promise<number> {
  const attempt = await inflate(bytes.subarray(0, PIECE_BYTES), 'deflate-raw', limit, signal, SMALL_PIECE_BYTES);
  return attempt.kind === 'failed' ? attempt.atLeast : 0;
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
  | { readonly kind: 'failed'; readonly atLeast: number };

/** A stream that ends before its last byte is none. Browsers see to that themselves, Node 20 does not. */
async function inflateWhole(
  bytes: Uint8Array,
  format: Format,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<Attempt> {
  const attempt = await inflate(bytes, format, limit, signal);
  if (attempt.kind !== 'whole' || (await refusesMore())) return attempt;
  const shorter = await inflate(bytes.subarray(0, -1), format, limit, signal);
  return shorter.kind === 'whole' ? { kind: 'failed', atLeast: shorter.bytes.length } : attempt;
}

/** Asks about an empty stream (RFC 1951 section 3.2.6: one block without a letter) with a byte behind it. */
async function refusesMore(): Promise<boolean> {
  const { kind } = await inflate(Uint8Array.of(3, 0, 0), 'deflate-raw', 0, undefined);
  return kind === 'failed';
}

/**
 * A byte may become a thousand, and Chromium inflates all that it is given before anything can be read. So pieces are
 * small: what is made beyond the limit is at most 16 MiB. Smaller ones would take long, as each costs a turn.
 */
const PIECE_BYTES = 16_384;
const SMALL_PIECE_BYTES = 64;

async function inflate(
  bytes: Uint8Array,
  format: Format,
  limit: number,
  signal: AbortSignal | undefined,
  pieceBytes = PIECE_BYTES,
): Promise<Attempt> {
  signal?.throwIfAborted();
  const stream = new DecompressionStream(format);
  feed(stream.writable, bytes, pieceBytes).catch(() => undefined);
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
    return { kind: 'whole', bytes: concatBytes(chunks) };
  } catch {
    signal?.throwIfAborted();
    return { kind: 'failed', atLeast: length };
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** Gives the stream piece after piece, as fast as it is read. What goes wrong, the reader learns as well. */
async function feed(writable: WritableStream<BufferSource>, bytes: Uint8Array, pieceBytes: number): Promise<void> {
  const writer = writable.getWriter();
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    await writer.ready;
    await writer.write(owned(bytes.subarray(at, at + pieceBytes)));
  }
  await writer.close();
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
  return concatBytes(chunks);
}
