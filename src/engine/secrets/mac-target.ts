/** The MAC that a secret is searched for. */
import { SIGNATURE_ALGORITHMS } from '../crypto/algorithms.ts';
import { type SecretRefusal, saySecrets } from '../messages/secrets.ts';
import { type Opened, openText } from '../open.ts';
import type { JwsSignature } from '../token/shapes.ts';
import type { Values } from '../types.ts';
import type { SignedBytes } from '../verdict/attempt-verify.ts';
import { signedBytesOf } from '../verdict/examine-jws.ts';
import { isDetached, needsSecret } from '../verdict/without-key.ts';

/** Why there is nothing to search for. */
export interface NoTarget {
  readonly cannot: SecretRefusal;
  readonly message: string;
}

/** The first signature of a token that is a MAC, with the bytes that it is over; or why there is none. */
export function macTargetOf(text: string, pick: number, content: Uint8Array | undefined): SignedBytes | NoTarget {
  const opened = openText(text, pick);
  const { object } = opened;
  if (object === undefined) return noTarget('no-token');
  if (object.type === 'jwe') return noTarget('encrypted');
  const signature = object.signatures.find(({ alg }) => needsSecret(alg ?? ''));
  if (signature === undefined) return noHmac(object.signatures[0]?.alg);
  if (isMalformed(opened, signature)) return noTarget('malformed');
  const given = isDetached(object) ? content : undefined;
  if (isDetached(object) && given === undefined) return noTarget('payload-detached');
  const signed = signedBytesOf(signature, object, given);
  if (signed === undefined) return noTarget('malformed');
  const { alg, signature: mac } = signed;
  const need = SIGNATURE_ALGORITHMS[alg].signatureBytes;
  if (mac.length === 0) return noTarget('signature-empty', { alg });
  return mac.length === need ? signed : noTarget('signature-length', { alg, have: mac.length, need });
}

function noHmac(alg: string | undefined): NoTarget {
  if (alg === undefined) return noTarget('malformed');
  return noTarget(alg === 'none' ? 'unsecured' : 'no-hmac', { alg });
}

/** The signing input or the MAC is not what the issuer made. */
function isMalformed({ verdict }: Opened, { verdict: own, signature }: JwsSignature): boolean {
  return signature === undefined || own?.state === 'malformed' || verdict?.state === 'malformed';
}

function noTarget(code: SecretRefusal, values: Values = {}): NoTarget {
  return { cannot: code, message: saySecrets(code, values) };
}
