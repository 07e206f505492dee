/** The key of a message by ECDH-ES, from either side (RFC 7518 section 4.6, RFC 8037 section 3.2). */
import type { DoneBy, JsonObject } from '../../types.ts';
import { type CryptoOptions, type NotDone, notDone } from '../answer.ts';
import type { HeaderMember } from '../header-member.ts';
import type { ContentEncryption } from '../jwe/content-encryption.ts';
import { publicHalf } from '../jwk.ts';
import { concatKdf } from './concat-kdf.ts';
import { type AgreementAlg, derivedKey } from './derived-key.ts';
import { type AgreeNote, readEpk, readParty } from './header.ts';
import { curveOf, type NoPoint, newKeyFor, pointOf, secretWith } from './shared-secret.ts';

export type { AgreementAlg, AgreeNote };

interface Agreement {
  readonly alg: AgreementAlg;
  readonly enc: ContentEncryption;
  /** the joined JOSE Header */
  readonly header: JsonObject;
}

export interface ReceivingAgreement extends Agreement {
  /** a private JWK */
  readonly ourKey: JsonObject;
}

export interface SendingAgreement extends Agreement {
  /** a public JWK; private members are not looked at */
  readonly theirKey: JsonObject;
}

export type AgreeFault = HeaderMember | NoPoint | NotDone;

export type AgreeAnswer =
  | {
      readonly done: true;
      /** the content encryption key under `ECDH-ES`, otherwise the key that wraps it */
      readonly value: Uint8Array;
      /** `javascript` if any part of it was */
      readonly by: DoneBy;
      readonly notes: readonly AgreeNote[];
    }
  | AgreeFault;

export type SendAnswer =
  | {
      readonly done: true;
      readonly value: Uint8Array;
      /** to be written into the header: `kty`, `crv`, `x` and on the P- curves `y` */
      readonly epk: JsonObject;
      readonly by: DoneBy;
    }
  | AgreeFault;

/**
 * Answers the key that a message of `header` was made with, for the one to whom it was sent. What was read against the
 * letter is noted. `header-member` where `epk`, `apu` or `apv` cannot be used, among them an `epk` on another curve than
 * our key; `point-not-on-curve` where `epk` is no point of its curve, or one of small order. With these nothing is ever
 * computed. `key-unfit` where our key is on none of the curves. Rejects only with the reason of `options.signal`.
 */
export async function agreeOnKey(
  { alg, enc, header, ourKey }: ReceivingAgreement,
  options: CryptoOptions = {},
): Promise<AgreeAnswer> {
  options.signal?.throwIfAborted();
  const curve = curveOf(ourKey);
  if (curve === undefined) return UNFIT;
  const epk = await readEpk(header, curve);
  if (!epk.done) return epk;
  const parties = readParties(header);
  if ('done' in parties) return parties;
  const secret = await secretWith(ourKey, epk.point, options);
  if (!secret.done) return secret;
  const key = await concatKdf({ secret: secret.value, ...derivedKey(alg, enc), ...parties }, options);
  if (key === undefined) return notDone('not-loaded');
  return { done: true, value: key.bytes, by: together(secret.by, key.by), notes: epk.notes };
}

/**
 * Answers the key for a new message, and the `epk` that its header must have. An ephemeral key is made for each call; an
 * `epk` that the header already has is not looked at, its `apu` and `apv` count. Otherwise as `agreeOnKey`.
 */
export async function agreeForSending(
  { alg, enc, header, theirKey }: SendingAgreement,
  options: CryptoOptions = {},
): Promise<SendAnswer> {
  options.signal?.throwIfAborted();
  const curve = curveOf(theirKey);
  if (curve === undefined) return UNFIT;
  const parties = readParties(header);
  if ('done' in parties) return parties;
  const point = await pointOf(curve, theirKey);
  if (!point.done) return point;
  const ephemeral = await newKeyFor(point.value, options);
  if (!ephemeral.done) return ephemeral;
  const secret = await secretWith(ephemeral.value, point.value, options);
  if (!secret.done) return secret;
  const key = await concatKdf({ secret: secret.value, ...derivedKey(alg, enc), ...parties }, options);
  if (key === undefined) return notDone('not-loaded');
  const epk = publicHalf(curve.kty, ephemeral.value);
  return { done: true, value: key.bytes, epk, by: together(secret.by, key.by) };
}

const UNFIT = { done: false, code: 'key-unfit', fit: 'crv' } as const;

function readParties(header: JsonObject): { readonly partyU: Uint8Array; readonly partyV: Uint8Array } | HeaderMember {
  const partyU = readParty(header, 'apu');
  if ('done' in partyU) return partyU;
  const partyV = readParty(header, 'apv');
  return 'done' in partyV ? partyV : { partyU, partyV };
}

function together(one: DoneBy, other: DoneBy): DoneBy {
  return one === other ? one : 'javascript';
}
