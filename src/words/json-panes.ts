/** Words of the header and the payload pane. */
import { bytes, count } from './numbers.ts';

export const JSON_PANES = {
  header: {
    title: 'Header',
    encryptedTitle: 'Protected header',
    copy: 'Copy header',
    ghost: 'says how it was signed',
    exact: 'Show the header exactly as encoded',
    laidOut: 'Lay the header out',
  },
  payload: {
    title: 'Payload',
    encryptedTitle: 'Decrypted content',
    copy: 'Copy payload',
    ghost: 'says who, for whom, until when',
    detached: 'not in the token',
    exact: 'Show the payload exactly as encoded',
    laidOut: 'Lay the payload out',
  },
  encryptedParts: 'Encrypted parts',
  edited: 'edited',
  notApplied: 'not applied',
  asHex: 'bytes in hex',
  alg: 'Algorithm',
  algName: (alg: string | undefined) => (alg === undefined ? 'Set the algorithm' : `Algorithm ${alg}, change it`),
  generateFitting: (alg: string) => `Generate a fitting key for ${alg}`,
  toKey: 'Show key',
  toLayer: (layer: number) => `Go to layer ${layer}`,
  doesNotFit: (alg: string) => `No key in the box can sign with ${alg}.`,
} as const;

/** '245 bytes · 10 claims'; `members` is undefined where the content is no object. */
export function sizeLine(size: number, members: number | undefined, memberWords?: readonly [string, string]): string {
  if (members === undefined || memberWords === undefined) return bytes(size);
  return `${bytes(size)} · ${count(members, memberWords[0], memberWords[1])}`;
}

export const CLAIMS = ['claim', 'claims'] as const;

/** Where a text that is being typed stops being JSON; the token keeps its last form. */
export function notAppliedLine(line: number, column: number, message: string): string {
  return `Line ${line}, column ${column}: ${message}. Until then the token keeps its last form.`;
}

/** '315 bytes · a signed token', of a content that is a token itself. */
export function nestedLine(size: number, type: 'jws' | 'jwe'): string {
  return `${bytes(size)} · ${type === 'jws' ? 'a signed token' : 'an encrypted token'}`;
}

/** `depth` counts from 0, layers are numbered from 1. */
export const openAsLayer = (depth: number) => `Open as layer ${depth + 1}`;
