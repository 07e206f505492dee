import { isSignatureAlg } from './crypto/algorithms.ts';
import type { NotDone, Runtime } from './crypto/answer.ts';
import { saySign } from './messages/key.ts';
import { say } from './messages/verdict.ts';
import { openText } from './open.ts';
import { encodeBase64url } from './token/base64url.ts';
import { withSegment } from './token/edit.ts';
import { encodeUtf8 } from './token/utf8.ts';
import type { DoneBy, InspectInput } from './types.ts';
import { describeNeed } from './verdict/describe.ts';
import { headerOf, kidNamedBy, needsSecret } from './verdict/without-key.ts';

export type SignInput = Pick<InspectInput, 'text' | 'pick' | 'keys' | 'ignoreKid'>;

export type SignAnswer =
  /** `text` is the whole input text, in which the picked token now ends in the new signature */
  | { readonly signed: true; readonly text: string; readonly by: DoneBy }
  | {
      readonly signed: false;
      readonly code: 'not-a-token' | 'no-signing-key' | NotDone['code'];
      readonly message: string;
    };

interface SignOptions {
  readonly signal?: AbortSignal | undefined;
  readonly runtime?: Runtime | undefined;
}

/**
 * Signs the picked token's header and payload segments as they stand (RFC 7515 section 5.1) with the first key that can
 * sign for the header's `alg`. A secret whose encoding is left open is read as UTF-8. Changes no byte of header and
 * payload. Never throws but with the abort reason; what could not be done is answered with its reason.
 */
export async function sign(input: SignInput, options: SignOptions = {}): Promise<SignAnswer> {
  const opened = openText(input.text, input.pick ?? 0);
  const { token, picked } = opened;
  const payload = token?.segments[1];
  const alg = token?.alg;
  if (token === undefined || picked === undefined || payload === undefined || alg === undefined || !isSignatureAlg(alg))
    return { signed: false, code: 'not-a-token', message: saySign('not-a-token') };
  const parts = await signingParts();
  if (parts === undefined) return { signed: false, code: 'not-loaded', message: whyNot('not-loaded', alg) };
  const inputs = input.keys ?? [];
  const reads = await Promise.all(inputs.map((each) => parts.readKey(each)));
  const kid = kidNamedBy(headerOf(opened));
  const key = parts.signerOf(parts.offersOf(inputs, reads), alg, kid, input.ignoreKid ?? false, 0);
  if (key === undefined) {
    const values = { need: describeNeed(alg), secret: needsSecret(alg) };
    return { signed: false, code: 'no-signing-key', message: saySign('no-signing-key', values) };
  }
  options.signal?.throwIfAborted();
  const answer = await parts.signBytes(alg, key, encodeUtf8(token.text.slice(0, payload.end)), options);
  if (!answer.done) return { signed: false, code: answer.code, message: whyNot(answer.code, alg) };
  // with the disclosures of an SD-JWT, which stand behind the token that is signed
  const signed = withSegment(picked.text, 'signature', encodeBase64url(answer.value));
  return {
    signed: true,
    text: input.text.slice(0, picked.start) + signed + input.text.slice(picked.end),
    by: answer.by,
  };
}

/** What signing takes; undefined where a part of it did not arrive. */
async function signingParts() {
  const parts = [import('./keys/read.ts'), import('./verdict/with-keys.ts'), import('./crypto/sign.ts')] as const;
  return Promise.all(parts).then(
    ([{ readKey }, { offersOf, signerOf }, { signBytes }]) => ({ readKey, offersOf, signerOf, signBytes }),
    () => undefined,
  );
}

function whyNot(code: NotDone['code'], alg: string): string {
  switch (code) {
    case 'insecure-context':
    case 'runtime-lacks':
    case 'not-loaded':
      return say(code, { alg });
    case 'key-refused':
    case 'key-unfit':
    case 'private-key-needed':
    case 'empty-key':
      return say('key-refused', { alg, have: 'this key' });
    default:
      return code satisfies never;
  }
}
