/** The fields of the checks, and what they are among the expectations. */
import type { Expectations } from '../../engine/types.ts';
import type { Expected } from '../../words/checks.ts';
import type { WorkbenchActions } from '../../workbench/types.ts';
import { listIn, listText } from './list-text.ts';
import { spanIn, spanText } from './span-text.ts';

export type ExpectationsPart = Parameters<WorkbenchActions['setExpectations']>[0];

/** What a field shows; empty where nothing is asked. */
export function expectationOf(expectations: Expectations, field: Expected): string {
  const { request, keyBinding, maxAgeSeconds } = expectations;
  switch (field) {
    case 'algorithms':
    case 'requiredClaims':
    case 'issuer':
    case 'audience':
      return listText(expectations[field]);
    case 'maxAge':
      return spanText(maxAgeSeconds);
    case 'hashedToken':
      return expectations.accessToken ?? '';
    case 'method':
    case 'url':
      return request?.[field] ?? '';
    case 'holderAudience':
      return keyBinding?.audience ?? '';
    case 'holderNonce':
      return keyBinding?.nonce ?? '';
    case 'typ':
    case 'subject':
    case 'nonce':
    case 'authorizedParty':
    case 'tokenType':
    case 'accessToken':
    case 'code':
    case 'state':
    case 'keyThumbprint':
      return expectations[field] ?? '';
  }
}

/**
 * The part of the expectations that a field changes; what is left empty is not asked. Undefined where the text cannot
 * be read as what the field holds.
 */
export function withExpectation(
  expectations: Expectations,
  field: Expected,
  text: string,
): ExpectationsPart | undefined {
  const { request = { method: '', url: '' }, keyBinding = {} } = expectations;
  switch (field) {
    case 'algorithms':
    case 'requiredClaims':
    case 'issuer':
    case 'audience':
      return { [field]: listIn(text) };
    case 'maxAge':
      return withAge(text);
    case 'hashedToken':
      return { accessToken: given(text) };
    case 'method':
    case 'url':
      return { request: { ...request, [field]: text } };
    case 'holderAudience':
      return { keyBinding: { ...keyBinding, audience: text } };
    case 'holderNonce':
      return { keyBinding: { ...keyBinding, nonce: text } };
    case 'typ':
    case 'subject':
    case 'nonce':
    case 'authorizedParty':
    case 'tokenType':
    case 'accessToken':
    case 'code':
    case 'state':
    case 'keyThumbprint':
      return { [field]: given(text) };
  }
}

/** A text of a field as the field shows it once it is taken; undefined where it cannot be read. */
export function readField(field: Expected, text: string): string | undefined {
  switch (field) {
    case 'algorithms':
    case 'requiredClaims':
    case 'issuer':
    case 'audience':
      return listText(listIn(text));
    case 'maxAge':
      return readAge(text);
    case 'method':
    case 'url':
    case 'holderAudience':
    case 'holderNonce':
      return text;
    default:
      return given(text) ?? '';
  }
}

function given(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}

function readAge(text: string): string | undefined {
  const part = withAge(text);
  return part && spanText(part.maxAgeSeconds);
}

function withAge(text: string): ExpectationsPart | undefined {
  if (text.trim() === '') return { maxAgeSeconds: undefined };
  const seconds = spanIn(text);
  return seconds === undefined ? undefined : { maxAgeSeconds: seconds };
}

/** Nothing is expected any more. */
export const NOTHING_EXPECTED: ExpectationsPart = {
  profile: undefined,
  algorithms: undefined,
  typ: undefined,
  issuer: undefined,
  audience: undefined,
  subject: undefined,
  nonce: undefined,
  authorizedParty: undefined,
  maxAgeSeconds: undefined,
  requiredClaims: undefined,
  tokenType: undefined,
  clockSkewSeconds: undefined,
  accessToken: undefined,
  code: undefined,
  state: undefined,
  request: undefined,
  keyThumbprint: undefined,
  keyBinding: undefined,
} satisfies { readonly [Name in keyof Required<Expectations>]: undefined };
