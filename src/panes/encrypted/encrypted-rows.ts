/** The encrypted parts of a JWE as rows: encrypted keys by recipient, then IV, ciphertext, tag and what goes with them. */
import type { EncodedPart, JweObject } from '../../engine/token/shapes.ts';
import type { EncryptedPart } from '../../words/encrypted.ts';

export interface EncryptedRow {
  readonly part: EncryptedPart;
  /** the base64url characters; '' where the part is empty or left out */
  readonly text: string;
  readonly bytes: Uint8Array | undefined;
  /** which recipient, where there are several */
  readonly index?: number;
  /** of the recipient whose encrypted key it is */
  readonly alg?: string | undefined;
}

/** In the order of the compact serialization (RFC 7516 section 3), whatever the order of the text. */
export function encryptedRows({ parts, recipients, iv, ciphertext, tag }: JweObject): readonly EncryptedRow[] {
  const textOf = (name: EncodedPart['name']) => parts.find((part) => part.name === name)?.text ?? '';
  const several = recipients.length > 1;
  const keys = recipients.map(({ encryptedKey, alg }, index): EncryptedRow => {
    const ours = parts.filter(({ name }) => name === 'encrypted-key');
    const part = ours.find((one) => one.index === undefined || one.index === index);
    return {
      part: 'encrypted-key',
      text: part?.text ?? '',
      bytes: encryptedKey,
      alg,
      ...(several ? { index } : {}),
    };
  });
  const aad = parts.find(({ name }) => name === 'aad');
  return [
    ...keys,
    { part: 'iv', text: textOf('iv'), bytes: iv },
    { part: 'ciphertext', text: textOf('ciphertext'), bytes: ciphertext },
    { part: 'tag', text: textOf('tag'), bytes: tag },
    ...(aad === undefined ? [] : [{ part: 'aad' as const, text: aad.text, bytes: aad.bytes }]),
  ];
}

/** Bytes of a row's first line; more are cut off at its end anyway. */
const PREVIEW = 48;
const PREVIEW_CHARACTERS = 80;

export function previewOf({ text, bytes }: EncryptedRow, form: 'hex' | 'base64url'): string {
  if (form === 'base64url') return text.slice(0, PREVIEW_CHARACTERS);
  return Array.from((bytes ?? new Uint8Array()).subarray(0, PREVIEW), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join(' ');
}
