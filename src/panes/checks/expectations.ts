/** The fields of the checks, and what they are among the expectations. */
import type { Expectations } from '../../engine/types.ts';
import type { Expected } from '../../words/checks.ts';
import type { WorkbenchActions } from '../../workbench/types.ts';
import { listIn, listText } from './list-text.ts';
import { spanIn, spanText } from './span-text.ts';

export type ExpectationsPart = Parameters<WorkbenchActions['setExpectations']>[0];

/** One field: what it shows of the expectations, and the part of them that its text changes. */
interface Field {
  readonly shown: (of: ExpectationsPart) => string;
  /** undefined where the text cannot be read as what the field holds */
  readonly part: (text: string, before: Expectations) => ExpectationsPart | undefined;
}

const FIELDS: Readonly<Record<Expected, Field>> = {
  algorithms: ofList('algorithms'),
  typ: ofText('typ'),
  issuer: ofList('issuer'),
  audience: ofList('audience'),
  subject: ofText('subject'),
  nonce: ofText('nonce'),
  authorizedParty: ofText('authorizedParty'),
  tokenType: ofText('tokenType'),
  maxAge: { shown: ({ maxAgeSeconds }) => spanText(maxAgeSeconds), part: withAge },
  requiredClaims: ofList('requiredClaims'),
  hashedToken: ofText('accessToken'),
  code: ofText('code'),
  state: ofText('state'),
  method: ofRequest('method'),
  url: ofRequest('url'),
  accessToken: ofText('accessToken'),
  keyThumbprint: ofText('keyThumbprint'),
  holderAudience: ofKeyBinding('audience'),
  holderNonce: ofKeyBinding('nonce'),
};

type TextName =
  | 'typ'
  | 'subject'
  | 'nonce'
  | 'authorizedParty'
  | 'tokenType'
  | 'accessToken'
  | 'code'
  | 'state'
  | 'keyThumbprint';

function ofText(name: TextName): Field {
  return {
    shown: (of) => of[name] ?? '',
    part: (text) => ({ [name]: text.trim() === '' ? undefined : text }),
  };
}

function ofList(name: 'algorithms' | 'issuer' | 'audience' | 'requiredClaims'): Field {
  return { shown: (of) => listText(of[name]), part: (text) => ({ [name]: listIn(text) }) };
}

function ofRequest(name: 'method' | 'url'): Field {
  return {
    shown: ({ request }) => request?.[name] ?? '',
    part: (text, { request = { method: '', url: '' } }) => ({ request: { ...request, [name]: text } }),
  };
}

function ofKeyBinding(name: 'audience' | 'nonce'): Field {
  return {
    shown: ({ keyBinding }) => keyBinding?.[name] ?? '',
    part: (text, { keyBinding = {} }) => ({ keyBinding: { ...keyBinding, [name]: text } }),
  };
}

function withAge(text: string): ExpectationsPart | undefined {
  if (text.trim() === '') return { maxAgeSeconds: undefined };
  const seconds = spanIn(text);
  return seconds === undefined ? undefined : { maxAgeSeconds: seconds };
}

/** What a field shows; empty where nothing is asked. */
export function expectationOf(expectations: Expectations, field: Expected): string {
  return FIELDS[field].shown(expectations);
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
  return FIELDS[field].part(text, expectations);
}

/** A text of a field as the field shows it once it is taken; undefined where it cannot be read. */
export function readField(field: Expected, text: string): string | undefined {
  const part = FIELDS[field].part(text, {});
  return part && FIELDS[field].shown(part);
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
  ignoreExp: undefined,
} satisfies { readonly [Name in keyof Required<Expectations>]: undefined };
