/** How long a DER encoding says that it is: tells a whole one from a cut one, and both from other bytes, without a library. */

const SEQUENCE = 0x30;

/**
 * The bytes that the sequence at the start of `bytes` takes by its own length octets (X.690 section 8.1.3), tag and
 * length included; undefined where no sequence of a definite length starts there.
 */
export function sequenceLength(bytes: Uint8Array): number | undefined {
  const [tag, first] = bytes;
  if (tag !== SEQUENCE || first === undefined) return undefined;
  if (first < 0x80) return 2 + first;
  const octets = first & 0x7f;
  if (octets === 0 || octets > 3) return undefined;
  // cut within the length itself: how long it was to be is not known, only that it is longer
  if (bytes.length < 2 + octets) return bytes.length + 1;
  return 2 + octets + bytes.subarray(2, 2 + octets).reduce((length, octet) => length * 256 + octet, 0);
}

/** Whether the bytes are a long sequence that stops early: its first element begins as that of every key structure does. */
export function isCutSequence(bytes: Uint8Array): boolean {
  const length = sequenceLength(bytes);
  const [, first, , , inner] = bytes;
  // a length of two octets, then a sequence or an integer: four fixed bytes that a random secret does not have by chance
  return length !== undefined && length > bytes.length && first === 0x82 && (inner === 0x30 || inner === 0x02);
}
