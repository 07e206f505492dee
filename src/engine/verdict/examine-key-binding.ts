/** The key binding JWT of an SD-JWT, checked with the key that the issuer's claims name (RFC 9901 section 7.3). */
import { readKey } from '../keys/read.ts';
import { say } from '../messages/verdict.ts';
import {
  expectedSdHash,
  holderKeyOf,
  keyBindingFaults,
  type ReadKeyBinding,
  readKeyBinding,
} from '../sd-jwt/key-binding.ts';
import { jwsObjectOf } from '../token/compact-jws.ts';
import type { JsonObject, Layer, Values, Verdict } from '../types.ts';
import { askKeys } from './ask-keys.ts';
import { attemptVerify } from './attempt-verify.ts';
import type { LayerOptions } from './context.ts';
import { signedBytesOf } from './examine-jws.ts';
import { judgeSignature } from './judge-signature.ts';
import { offersOf } from './offers.ts';
import { signatureBeforeKeys } from './without-key.ts';

export interface KeyBindingInput {
  readonly text: string;
  /** what `sd_hash` is over */
  readonly presentation: string;
  /** by the name of `_sd_alg` */
  readonly hash: string;
  /** the processed payload, whose `cnf` names the holder's key */
  readonly claims: JsonObject;
}

export async function examineKeyBinding(
  input: KeyBindingInput,
  options: LayerOptions,
): Promise<NonNullable<Layer['keyBinding']>> {
  const read = readKeyBinding(input.text);
  const { header = {}, payload = {} } = read;
  return { header, payload, verdict: await verdictOn(read, input, options) };
}

async function verdictOn(read: ReadKeyBinding, input: KeyBindingInput, options: LayerOptions): Promise<Verdict> {
  const expected = await expectedSdHash(input.presentation, input.hash, options);
  if (expected === undefined) {
    const values = { alg: input.hash };
    return { state: 'unsupported', code: 'sd-alg-unknown', message: say('sd-alg-unknown', values), values };
  }
  const [fault] = keyBindingFaults(read, expected).filter(({ reason }) => reason !== 'sd-hash');
  if (fault !== undefined) return mismatch({ ...fault });
  const signature = await signatureVerdict(read, input.claims, options);
  if (signature.state === 'failed') return mismatch({ reason: 'signature' });
  if (signature.state !== 'verified') return signature;
  // a hash that differs is a fault of the presentation, and says most where the holder's signature holds
  return keyBindingFaults(read, expected).length > 0 ? mismatch({ reason: 'sd-hash' }) : signature;
}

async function signatureVerdict(read: ReadKeyBinding, claims: JsonObject, options: LayerOptions): Promise<Verdict> {
  const object = jwsObjectOf(read.token);
  const [only] = object.signatures;
  const early = only && signatureBeforeKeys(only, options.runtime);
  if (early !== undefined) return early;
  const holder = holderKeyOf(claims);
  if (holder.kind === 'none') return mismatch({ reason: 'no-key' });
  if (holder.kind === 'named') {
    const values = { alg: only?.alg ?? '', need: 'public-key' };
    return { state: 'unchecked', code: 'key-missing', message: say('key-missing', values), values };
  }
  const signed = only && signedBytesOf(only, object, undefined);
  if (signed === undefined) return mismatch({ reason: 'form' });
  const input = { text: JSON.stringify(holder.jwk) };
  const offers = offersOf([input], [await readKey(input)]);
  const { made } = await askKeys(
    { offers, kid: undefined, ignoreKid: true, layer: 0 },
    (offer) => attemptVerify(offer, signed, options),
    options,
  );
  const given = { signed, kid: undefined, isDetached: false, trust: 'token-supplied-key', byDesign: true } as const;
  return judgeSignature(made, given, options);
}

function mismatch(values: Values): Verdict {
  const code = 'key-binding-mismatch';
  return { state: 'failed', code, message: say(code, values), values };
}
