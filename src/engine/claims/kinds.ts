/** What a token may be: an ID token, an access token, a proof … each with what it was told from. */

import type { Form, Json } from '../types.ts';
import { type Resemblance, resemblance } from './because.ts';
import { factsOf } from './facts.ts';
import * as credentials from './kinds/credentials.ts';
import * as elsewhere from './kinds/elsewhere.ts';
import type { KindRule, Strength, Told } from './kinds/kind.ts';
import type { KindName } from './kinds/names.ts';
import * as oauth from './kinds/oauth.ts';
import * as openid from './kinds/openid.ts';
import * as said from './kinds/said.ts';
import { kindByTyp, nestedJwt } from './kinds/typ.ts';

export interface KindInput {
  /** the joined JOSE Header */
  readonly header: Json | undefined;
  /** the claims; of an SD-JWT those with the disclosures in place. Undefined while encrypted or elsewhere */
  readonly payload: Json | undefined;
  readonly form: Form;
}

export type LikelyKind = Resemblance<KindName>;

/** Among reasons of one strength the earlier rule goes first: the narrower kind before the wider one. */
const RULES: readonly KindRule[] = [
  kindByTyp,
  said.byTokenUse,
  said.byTypClaim,
  said.byTokenType,
  said.byOktaId,
  oauth.apiKey,
  oauth.firebaseCustomToken,
  elsewhere.workloadIdentity,
  oauth.dpopProof,
  openid.logoutToken,
  oauth.securityEvent,
  oauth.introspectionResponse,
  credentials.keyBindingJwt,
  credentials.sdJwtVc,
  credentials.w3cCredential,
  credentials.w3cPresentation,
  credentials.statusList,
  credentials.entityStatement,
  credentials.trustMark,
  elsewhere.passport,
  elsewhere.acmeRequest,
  elsewhere.acmeAccountBinding,
  elsewhere.vapidToken,
  credentials.attestation,
  openid.requestObject,
  openid.authorizationResponse,
  oauth.softwareStatement,
  oauth.jwtBearerGrant,
  oauth.sessionToken,
  openid.idToken,
  oauth.supabaseAccessToken,
  oauth.accessToken,
  oauth.clientAssertion,
  openid.userinfoResponse,
  oauth.opaqueAccessToken,
  // How it is made, whatever it is: behind what it is.
  credentials.sdJwt,
  nestedJwt,
];

/** What names the kind comes before what only has its shape; a shape is not asked where a name was given. */
const RANK: Readonly<Record<Strength, number>> = { typ: 3, said: 2, shape: 1, hint: 0 };
const NAMED = RANK.said;

/**
 * What the token looks like, best first; several where it looks like several, none where it looks like nothing known.
 * A kind is a resemblance, never a proof: anyone can write a header. A token whose `typ` or claims name its kind is
 * not also guessed at by its shape. Never throws.
 */
export function kindsOf({ header, payload, form }: KindInput): readonly LikelyKind[] {
  if (form === 'none') return [];
  const facts = factsOf(header, payload, form);
  const found = RULES.map((rule) => rule(facts)).filter((each) => each !== undefined);
  const named = found.filter(({ strength }) => RANK[strength] >= NAMED);
  const ordered = (named.length > 0 ? named : found).toSorted((a, b) => RANK[b.strength] - RANK[a.strength]);
  return ordered.filter(isFirstOfItsName).map(({ name, reason }) => resemblance(name, reason));
}

function isFirstOfItsName({ name }: Told, index: number, all: readonly Told[]): boolean {
  return all.findIndex((each) => each.name === name) === index;
}
