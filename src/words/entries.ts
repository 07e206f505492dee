/** Words of the signatures and recipients of a JSON serialization, and of its headers. */
import { count } from './numbers.ts';

const numbered = (words: string) => (number: number | undefined) =>
  number === undefined ? words : `${words} ${number}`;

export const ENTRIES = {
  signatures: 'Signatures',
  recipients: 'Recipients',
  signature: 'Signature',
  recipient: 'Recipient',
  noAlg: 'no alg',
  noKid: 'no kid',
  noProtected: 'This signature has no protected header: nothing of its header is signed.',
  headers: {
    protected: numbered('Protected header'),
    shared: () => 'Shared unprotected header',
    own: numbered('Unprotected header'),
  },
  headerNotes: {
    protected: 'edited in the token itself',
    shared: 'for every recipient; anyone can change it unseen',
    own: 'anyone can change it unseen',
  },
} as const;

export function entriesLine(type: 'jws' | 'jwe', entries: number): string {
  return type === 'jws' ? count(entries, 'signature', 'signatures') : count(entries, 'recipient', 'recipients');
}

export const CONVERT = {
  label: 'Convert to another serialization',
  serialization: 'The same token, written as',
  to: { compact: 'Convert to compact', flattened: 'Convert to flattened', general: 'Convert to general' },
  notes: {
    compact: 'three or five parts with dots',
    flattened: 'JSON with one signature or recipient',
    general: 'JSON with a list of them',
  },
} as const;
