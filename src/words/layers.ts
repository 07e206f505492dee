/** Words of the stack of layers: what each one is, who does what in it, and what opening it proves. */
import { bytes, characters, count, number } from './numbers.ts';

export const LAYERS = {
  list: 'Layers, outermost first',
  kinds: {
    jwe: 'Encrypted JWT (JWE)',
    jws: 'Signed JWT (JWS)',
    sdJwt: 'Signed JWT with disclosures (SD-JWT)',
  },
  open: 'open in the panes',
  edit: 'Edit this layer',
  changeKey: 'Change the key',
  claims: 'Claims',
  content: 'Content',
  keyId: 'key id',
  noAlg: 'no algorithm is named',
  provesTitle: 'What decrypting proves',
  noHeader: 'It has no header of its own.',
} as const;

/** By what the layer needs. */
const KEYS_TO_ADD: Readonly<Record<string, string>> = {
  'public-key': 'Add the signer’s public key',
  secret: 'Add the shared secret',
  'private-key': 'Add the private key',
  password: 'Add the password',
};

export const addKey = (need: string) => KEYS_TO_ADD[need] ?? 'Add a key';

/** What an `alg` of key management does, to be read before ', A256GCM opens the content'. */
function keyWork(alg: string, rounds: number | undefined): string {
  if (alg.startsWith('PBES2')) {
    const turns = rounds === undefined ? '' : ` in ${count(rounds, 'round', 'rounds')}`;
    return `${alg} makes a key of the password${turns} and unwraps the content’s`;
  }
  if (alg === 'ECDH-ES') return `${alg} agrees on the key`;
  if (alg.startsWith('ECDH-ES+')) return `${alg} agrees on a key and unwraps the content’s`;
  return `${alg} unwraps the key`;
}

export interface JweWork {
  /** undefined where several recipients have their own, or none is named */
  readonly alg: string | undefined;
  readonly enc: string | undefined;
  readonly rounds?: number | undefined;
  readonly recipients: number;
}

/** 'RSA-OAEP-256 unwraps the key, A256GCM opens the content'. */
export function jweWork({ alg, enc, rounds, recipients }: JweWork): string {
  const opens = enc === undefined ? 'no content encryption is named' : `${enc} opens the content`;
  if (recipients > 1) return `${count(recipients, 'recipient', 'recipients')}, ${opens}`;
  if (alg === undefined) return `${LAYERS.noAlg}, ${opens}`;
  if (alg === 'dir') return `dir: the shared secret is the key, ${opens}`;
  return `${keyWork(alg, rounds)}, ${opens}`;
}

export const signatureCount = (all: number) => count(all, 'signature', 'signatures');
export const signatureTitle = (index: number) => `Signature ${number(index + 1)}`;
export const recipientTitle = (index: number) => `Recipient ${number(index + 1)}`;
export const moreEntries = (rest: number) => `and ${number(rest)} more, in the token itself`;
export const showHeader = (title: string) => `Headers of ${title.toLowerCase()}`;

/** `said`: what is known of who wrote the content. */
export type Provenance = 'signed' | 'signed-here' | 'own-key' | 'decrypted' | 'unproven';

const PROVENANCE: Readonly<Record<Provenance, string>> = {
  signed: 'as they were signed',
  'signed-here': 'signed here, after your edit',
  'own-key': 'signed with a key that the token brought',
  decrypted: 'unchanged since they were encrypted; who wrote them is not proven',
  unproven: 'readable but not proven',
};

export const claimsLine = (claims: number, said: Provenance) =>
  `${count(claims, 'claim', 'claims')}, ${PROVENANCE[said]}`;

export const textContent = (length: number) => `${characters(length)} of text`;
export const jsonContent = (length: number) => `JSON that is no object, ${characters(length)}`;
export const binaryContent = (size: number) => `${bytes(size)} that are no text`;
export const emptyContent = 'empty';
export const encryptedContent = 'Encrypted. What is inside shows here when the layer above has been opened.';
export const inflatedContent = 'Decrypted, but it inflates beyond the limit. Raise the limit to see it.';
export const detachedContent = 'Not in this token. It can be given where the payload stands.';
export const unreadContent = 'It cannot be read.';
export const cutContent = (shown: number, all: number) =>
  `The first ${number(shown)} of ${characters(all)}. The payload pane has them all.`;

/** Whose key opened it. */
export type Opener = 'private-key' | 'secret' | 'password';

const WHO_CAN_ENCRYPT: Readonly<Record<Opener, readonly [whom: string, who: string]>> = {
  'private-key': ['the holder of your key', 'anyone with your public key can encrypt'],
  secret: ['whoever has your secret', 'everyone who has the same secret can encrypt'],
  password: ['whoever knows your password', 'everyone who knows the same password can encrypt'],
};

/** `signedLayer`: number of the layer inside whose signature tells more. */
export function decryptingProves(opener: Opener, signedLayer: number | undefined): string {
  const [whom, who] = WHO_CAN_ENCRYPT[opener];
  const more =
    signedLayer === undefined
      ? ' There is no signature inside that could prove it.'
      : ` Only the signature of layer ${number(signedLayer)} can prove the issuer.`;
  return `The content was encrypted for ${whom} and arrived unchanged. It does not say who wrote it: ${who}.${more}`;
}
