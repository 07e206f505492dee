/** A JWS of any serialization, each of its signatures judged by the keys. */
import { isSignatureAlg } from '../crypto/algorithms.ts';
import { sayRead } from '../messages/reading.ts';
import { say } from '../messages/verdict.ts';
import { encodeBase64url } from '../token/base64url.ts';
import { verdictOfProblems } from '../token/early-verdict.ts';
import type { JwsObject, JwsSignature } from '../token/shapes.ts';
import { signaturesTogether } from '../token/together.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { Problem, Verdict } from '../types.ts';
import { askKeys, withoutSpoken } from './ask-keys.ts';
import type { Attempt } from './attempt.ts';
import { attemptVerify, type SignedBytes } from './attempt-verify.ts';
import type { LayerContext } from './context.ts';
import { judgeSignature } from './judge-signature.ts';
import { kidOf, type Offer, type Offers } from './offers.ts';
import type { Trial } from './reports.ts';
import { tokenKeyOf } from './token-key.ts';
import { isDetached, kidNamedBy, signatureBeforeKeys, signatureWithoutKey, triesTokenKey } from './without-key.ts';

export interface ExaminedJws {
  readonly verdict: Verdict;
  readonly signatures: readonly { readonly header: JwsSignature['header']; readonly verdict: Verdict }[];
  readonly trials: readonly Trial[];
  /** keys that have verified a signature */
  readonly spoken: readonly Offer[];
  /** what the content that was given for the token is, and what is wrong with giving it */
  readonly content: Uint8Array | undefined;
  readonly problems: readonly Problem[];
}

/** `given`: content for a payload that is elsewhere; a content for a token that has its own makes it malformed. */
export async function examineJws(object: JwsObject, context: LayerContext): Promise<ExaminedJws> {
  const given = context.layer === 0 ? givenContent(context.input.detachedPayload) : undefined;
  const detached = isDetached(object);
  const content = detached ? given : undefined;
  const problems = given !== undefined && !detached ? [payloadTwice()] : [];
  const tried = await tryAll(object, content, context);
  const verdicts: Verdict[] = [];
  for (const [index, signature] of object.signatures.entries()) {
    verdicts.push(await verdictOn(signature, object, tried[index], tried, content, context));
  }
  const outcomes = verdicts.map((verdict, index) => ({
    verdict,
    failedByName: verdict.state === 'failed' && hasFailedByName(tried[index]),
  }));
  const malformed = verdictOfProblems([...problems, ...object.problems]);
  const isOne = object.serialization !== 'general';
  return {
    verdict: malformed ?? signaturesTogether(outcomes),
    signatures: object.signatures.map(({ header }, index) => ({
      header,
      verdict: verdicts[index] ?? signaturesTogether(outcomes),
    })),
    trials: tried.flatMap((one, index) =>
      one === undefined || one.isTokenKey
        ? []
        : [{ layer: context.layer, ...(isOne ? {} : { signature: index }), ...trialOf(one) }],
    ),
    spoken: tried.flatMap((one) => one?.attempts.filter(isVerified).map(({ offer }) => offer) ?? []),
    content,
    problems,
  };
}

function givenContent(given: string | Uint8Array | undefined): Uint8Array | undefined {
  return typeof given === 'string' ? encodeUtf8(given) : given;
}

function payloadTwice(): Problem {
  return { code: 'payload-twice', message: sayRead('payload-twice'), values: {}, part: 'payload' };
}

/** The attempts on one signature. */
interface Tried {
  readonly alg: string;
  readonly kid: string | undefined;
  readonly signed: SignedBytes;
  readonly attempts: readonly Attempt[];
  readonly byKid: readonly Attempt[];
  /** the key came with the token, so nothing is reported of keys of yours */
  readonly isTokenKey: boolean;
  readonly byDesign: boolean;
}

function trialOf({ alg, kid, attempts, byKid }: Tried): Omit<Trial, 'layer'> {
  return { alg, kid, attempts: [...attempts, ...byKid] };
}

/** Undefined for a signature that no key is to be tried on. */
async function tryAll(
  object: JwsObject,
  content: Uint8Array | undefined,
  context: LayerContext,
): Promise<readonly (Tried | undefined)[]> {
  const all: (Tried | undefined)[] = [];
  const isBroken = verdictOfProblems(object.problems) !== undefined;
  for (const signature of object.signatures) {
    all.push(isBroken ? undefined : await tryKeysOn(signature, object, content, context));
  }
  return all;
}

async function tryKeysOn(
  signature: JwsSignature,
  object: JwsObject,
  content: Uint8Array | undefined,
  context: LayerContext,
): Promise<Tried | undefined> {
  const { options, input } = context;
  if (signatureBeforeKeys(signature, options.runtime) !== undefined) return undefined;
  const signed = signedBytesOf(signature, object, content);
  if (signed === undefined) return undefined;
  const header = signature.header ?? {};
  const ofToken = context.offers === undefined ? await tokenOffers(signature, context) : undefined;
  const offers = context.offers ?? ofToken;
  if (offers === undefined) return undefined;
  const kid = kidNamedBy(header);
  const ignoreKid = ofToken !== undefined || (input.ignoreKid ?? false);
  const { made, byKid } = await askKeys(
    { offers, kid, ignoreKid, layer: context.layer },
    (offer) => attemptVerify(offer, signed, options),
    options,
  );
  const attempts = withoutSpoken(made, (offer) => context.spoken.has(offer) && !isNamed(offer, kid));
  const byDesign = ofToken !== undefined && tokenKeyOf(header)?.kind !== undefined;
  return { alg: signed.alg, kid, signed, attempts, byKid, isTokenKey: ofToken !== undefined, byDesign };
}

async function tokenOffers({ header = {} }: JwsSignature, context: LayerContext): Promise<Offers | undefined> {
  const tokenKey = tokenKeyOf(header);
  if (tokenKey === undefined || !triesTokenKey(header, context.input.useTokenKey ?? false)) return undefined;
  return context.offersOfTokenKey(tokenKey);
}

/** The bytes that the signature is over: the characters of the token as they stand (RFC 7515 section 5.2 step 8, RFC 7797 section 3). */
export function signedBytesOf(
  { alg, signature, protectedText, isEncoded }: JwsSignature,
  { payload }: JwsObject,
  content: Uint8Array | undefined,
): SignedBytes | undefined {
  if (alg === undefined || !isSignatureAlg(alg) || signature === undefined) return undefined;
  if (isEncoded) {
    const text = content === undefined ? (payload.text ?? '') : encodeBase64url(content);
    return { alg, signature, signingInput: encodeUtf8(`${protectedText}.${text}`) };
  }
  const head = encodeUtf8(`${protectedText}.`);
  const body = content ?? payload.bytes ?? new Uint8Array();
  const signingInput = new Uint8Array(head.length + body.length);
  signingInput.set(head);
  signingInput.set(body, head.length);
  return { alg, signature, signingInput };
}

async function verdictOn(
  signature: JwsSignature,
  object: JwsObject,
  own: Tried | undefined,
  all: readonly (Tried | undefined)[],
  content: Uint8Array | undefined,
  context: LayerContext,
): Promise<Verdict> {
  if (own === undefined) return signatureWithoutKey(signature, object, content !== undefined, context.options.runtime);
  const elsewhere = verifiedElsewhere(own, all);
  const attempts = withoutSpoken(own.attempts, (offer) => elsewhere.has(offer) && !isNamed(offer, own.kid));
  const spoke = attempts.some((one, index) => one !== own.attempts[index]);
  if (spoke && attempts.every((one) => one.outcome === 'skipped')) return byAnotherKey(own.kid);
  const given = {
    signed: own.signed,
    kid: own.kid,
    isDetached: isDetached(object) && content === undefined,
    trust: own.isTokenKey ? ('token-supplied-key' as const) : ('your-key' as const),
    byDesign: own.byDesign,
  };
  return judgeSignature(attempts.length > 0 ? attempts : own.byKid, given, context.options);
}

/** Keys that verified another signature, which names another `kid` than this one. */
function verifiedElsewhere(own: Tried, all: readonly (Tried | undefined)[]): ReadonlySet<Offer> {
  const others = all.filter((one) => one !== undefined && one !== own && own.kid !== undefined && one.kid !== own.kid);
  return new Set(others.flatMap((one) => one?.attempts.filter(isVerified).map(({ offer }) => offer) ?? []));
}

function byAnotherKey(kid: string | undefined): Verdict {
  const values = { kid: kid ?? '' };
  const code = 'signed-by-another-key';
  return { state: 'unchecked', code, message: say(code, values), values };
}

function hasFailedByName(tried: Tried | undefined): boolean {
  if (tried?.kid === undefined) return false;
  return tried.attempts.some(
    ({ outcome, offer }) => (outcome === 'failed' || outcome === 'failed-der') && kidOf(offer) === tried.kid,
  );
}

function isNamed(offer: Offer, kid: string | undefined): boolean {
  return kid !== undefined && kidOf(offer) === kid;
}

function isVerified({ outcome }: Attempt): boolean {
  return outcome === 'verified';
}
