/** A JWE of any serialization: the recipients that the keys open, and the content (RFC 7516 section 5.2). */
import type { ContentNotice } from '../codes.ts';
import { CONTENT_ENCRYPTION, isContentEncryption } from '../crypto/jwe/content-encryption.ts';
import type { DecryptNote, DecryptOptions } from '../crypto/jwe/decrypt.ts';
import { isKeyManagementAlg } from '../crypto/jwe/key-management.ts';
import { inflateRaw } from '../crypto/jwe/zip.ts';
import { say } from '../messages/verdict.ts';
import { verdictOfProblems } from '../token/early-verdict.ts';
import { ownMember } from '../token/json-kind.ts';
import type { JweObject, JweRecipient } from '../token/shapes.ts';
import { recipientsTogether } from '../token/together.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { Part, Problem, Values, Verdict } from '../types.ts';
import { recipientWithoutKey } from './any-form-without-key.ts';
import { askKeys, withoutSpoken } from './ask-keys.ts';
import type { Attempt } from './attempt.ts';
import { attemptDecrypt, type SealedBytes } from './attempt-decrypt.ts';
import { type LayerContext, MAX_INFLATED_BYTES, MAX_PBES2_ROUNDS } from './context.ts';
import { judgeRecipient } from './judge-recipient.ts';
import { kidOf, type Offer } from './offers.ts';
import type { Trial } from './reports.ts';
import { kidNamedBy } from './without-key.ts';

export interface ExaminedJwe {
  readonly verdict: Verdict;
  readonly recipients: readonly { readonly header: JweRecipient['header']; readonly verdict: Verdict }[];
  readonly trials: readonly Trial[];
  readonly spoken: readonly Offer[];
  /** undefined where it was not opened */
  readonly plaintext: Uint8Array | undefined;
  readonly problems: readonly Problem[];
}

export async function examineJwe(object: JweObject, context: LayerContext): Promise<ExaminedJwe> {
  const isBroken = verdictOfProblems(object.problems);
  const tried: (Tried | undefined)[] = [];
  for (const recipient of object.recipients) {
    const isDone = tried.some((one) => one?.attempts.some(isDecrypted));
    // who could open it is known; the other recipients need keys of their own, and are asked as long as that is cheap
    const skips = isBroken !== undefined || (isDone && recipient.alg?.startsWith('PBES2') === true);
    tried.push(skips ? undefined : await tryKeysOn(recipient, object, context));
  }
  const verdicts = await Promise.all(
    object.recipients.map((recipient, index) => verdictOn(recipient, tried[index], context)),
  );
  const opened = tried.flatMap((one) => one?.attempts.filter(isDecrypted) ?? [])[0];
  const header = object.recipients[tried.findIndex((one) => one?.attempts.some(isDecrypted))]?.header ?? {};
  const inflated = opened && (await contentOf(opened.plaintext, ownMember(header, 'zip'), context));
  const sealed = isBroken ?? recipientsTogether(verdicts);
  const isOne = object.serialization !== 'general';
  return {
    verdict: inflated?.verdict ?? sealed,
    recipients: object.recipients.map((recipient, index) => ({
      header: recipient.header,
      verdict: verdicts[index] ?? recipientWithoutKey(recipient),
    })),
    trials: tried.flatMap((one, index) =>
      one === undefined
        ? []
        : [
            {
              layer: context.layer,
              ...(isOne ? {} : { signature: index }),
              alg: one.sealed.alg,
              kid: one.kid,
              attempts: [...one.attempts, ...one.byKid],
            },
          ],
    ),
    spoken: tried.flatMap((one) => one?.attempts.filter(isDecrypted).map(({ offer }) => offer) ?? []),
    plaintext: inflated?.bytes,
    problems: opened === undefined ? [] : [...noticesOf(opened, object, header), ...(inflated?.problems ?? [])],
  };
}

interface Tried {
  readonly kid: string | undefined;
  readonly sealed: SealedBytes;
  readonly attempts: readonly Attempt[];
  readonly byKid: readonly Attempt[];
}

async function tryKeysOn(
  recipient: JweRecipient,
  object: JweObject,
  context: LayerContext,
): Promise<Tried | undefined> {
  const { offers, input, options } = context;
  const sealed = recipient.verdict === undefined ? sealedBytesOf(recipient, object) : undefined;
  if (offers === undefined || sealed === undefined) return undefined;
  const kid = kidNamedBy(recipient.header ?? {});
  const decrypting: DecryptOptions = {
    signal: options.signal,
    runtime: options.runtime,
    maxPbes2Rounds: input.maxPbes2Rounds ?? MAX_PBES2_ROUNDS,
    onProgress: (done, total) => options.onProgress?.(done, total, 'pbes2'),
  };
  const { made, byKid } = await askKeys(
    { offers, kid, ignoreKid: input.ignoreKid ?? false, layer: context.layer },
    (offer) => attemptDecrypt(offer, sealed, decrypting),
    options,
  );
  const attempts = withoutSpoken(
    made,
    (offer) => context.spoken.has(offer) && !(kid !== undefined && kidOf(offer) === kid),
  );
  return { kid, sealed, attempts, byKid };
}

function sealedBytesOf(recipient: JweRecipient, object: JweObject): SealedBytes | undefined {
  const { alg, enc, header, encryptedKey } = recipient;
  const { iv, ciphertext, tag } = object;
  if (alg === undefined || !isKeyManagementAlg(alg) || enc === undefined || !isContentEncryption(enc)) return undefined;
  if (header === undefined || encryptedKey === undefined) return undefined;
  if (iv === undefined || ciphertext === undefined || tag === undefined) return undefined;
  const { protectedText, aadText } = object;
  const aad = encodeUtf8(aadText === undefined ? protectedText : `${protectedText}.${aadText}`);
  return { alg, enc, content: { header, encryptedKey, iv, ciphertext, tag, aad } };
}

function verdictOn(recipient: JweRecipient, tried: Tried | undefined, context: LayerContext): Promise<Verdict> {
  if (tried === undefined) return Promise.resolve(recipientWithoutKey(recipient));
  const { sealed, kid, attempts, byKid } = tried;
  const { input } = context;
  return judgeRecipient(attempts.length > 0 ? attempts : byKid, {
    alg: sealed.alg,
    enc: sealed.enc,
    header: sealed.content.header,
    kid,
    trust: 'your-key',
    maxPbes2Rounds: input.maxPbes2Rounds ?? MAX_PBES2_ROUNDS,
  });
}

type Decrypted = Extract<Attempt, { outcome: 'decrypted' }>;

function isDecrypted(attempt: Attempt): attempt is Decrypted {
  return attempt.outcome === 'decrypted';
}

/** What is unusual about the way in which the content was sealed. */
function noticesOf({ notes }: Decrypted, object: JweObject, header: JweRecipient['header']): readonly Problem[] {
  const enc = ownMember(header ?? {}, 'enc');
  const isDraft = typeof enc === 'string' && isContentEncryption(enc) && CONTENT_ENCRYPTION[enc].draft === true;
  return [
    ...(ownMember(header ?? {}, 'alg') === 'RSA1_5' ? [notice('rsa1_5', 'header', {})] : []),
    ...(isDraft ? [notice('draft-algorithm', 'header', { name: enc })] : []),
    ...notes.map((note) => noticeOfNote(note, object)),
  ];
}

function noticeOfNote(note: DecryptNote, { iv }: JweObject): Problem {
  return note === 'gcm-iv-16' ? notice(note, 'iv', { bytes: iv?.length ?? 0 }) : notice(note, 'header', {});
}

function notice(code: ContentNotice, part: Part, values: Values): Problem {
  return { code, message: say(code, values), values, part };
}

/** Many verifiers stop inflating there. */
const COMMON_LIMIT = 250_000;

interface Inflated {
  readonly bytes: Uint8Array | undefined;
  readonly problems: readonly Problem[];
  readonly verdict?: Verdict;
}

/** The content that the plaintext holds: with `zip` it is compressed (RFC 7516 section 4.1.3). */
async function contentOf(plaintext: Uint8Array, zip: unknown, { input, options }: LayerContext): Promise<Inflated> {
  if (zip !== 'DEF') return { bytes: plaintext, problems: [] };
  const limit = input.maxInflatedBytes ?? MAX_INFLATED_BYTES;
  const inflated = await inflateRaw(plaintext, limit, options);
  switch (inflated.kind) {
    case 'inflated':
      return { bytes: inflated.bytes, problems: sizeNotice(inflated.bytes) };
    case 'zlib':
      return {
        bytes: inflated.bytes,
        problems: [notice('zip-zlib-wrapped', 'ciphertext', {}), ...sizeNotice(inflated.bytes)],
      };
    case 'not-compressed':
      return { bytes: plaintext, problems: [notice('zip-not-compressed', 'ciphertext', {})] };
    case 'broken':
      return { bytes: plaintext, problems: [notice('zip-broken', 'ciphertext', {})] };
    case 'too-large': {
      const values = { limit };
      const code = 'inflated-too-large';
      const verdict: Verdict = { state: 'unsupported', code, message: say(code, values), values };
      return { bytes: undefined, problems: [], verdict };
    }
    default:
      return inflated satisfies never;
  }
}

function sizeNotice({ length }: Uint8Array): readonly Problem[] {
  return length > COMMON_LIMIT ? [notice('inflated-large', 'ciphertext', { bytes: length, common: COMMON_LIMIT })] : [];
}
