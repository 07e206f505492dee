/** Which check a field belongs to, and what of the token can be taken as expected. */
import type { Check } from '../../engine/types.ts';
import type { Expected } from '../../words/checks.ts';

const FIELDS: Readonly<Record<string, Expected>> = {
  alg: 'algorithms',
  typ: 'typ',
  iss: 'issuer',
  aud: 'audience',
  sub: 'subject',
  'max-age': 'maxAge',
  nonce: 'nonce',
  azp: 'authorizedParty',
  token_type: 'tokenType',
  required: 'requiredClaims',
  at_hash: 'hashedToken',
  c_hash: 'code',
  s_hash: 'state',
  'dpop-htm': 'method',
  'dpop-htu': 'url',
  'dpop-ath': 'accessToken',
  'dpop-jkt': 'keyThumbprint',
  'kb-aud': 'holderAudience',
  'kb-nonce': 'holderNonce',
};

/** Undefined for what is asked of every token of a kind, whatever the person expects. */
export function fieldOf({ id }: Pick<Check, 'id'>): Expected | undefined {
  return Object.hasOwn(FIELDS, id) ? FIELDS[id] : undefined;
}

/** Characters of all values together that are taken into a field. */
const LONGEST = 1000;

/** What the token says, where it is not expected yet; empty where there is nothing to take. */
export function takeable({ outcome, said = [] }: Check): readonly string[] {
  const isAsked = outcome === 'pass' || outcome === 'cannot';
  const isLong = said.reduce((length, one) => length + one.length, 0) > LONGEST;
  return isAsked || isLong ? [] : said.filter((one) => one.trim() !== '');
}
