/** A short title over the sentence of a problem, shown in the pane that it concerns. */
import type { ProblemCode } from '../engine/codes.ts';

export const PROBLEM_TITLES: Readonly<Record<ProblemCode, string>> = {
  'no-token-found': 'No token in this text',
  'segment-count': 'A signed token has three segments',
  'illegal-character': 'A character that cannot be in a token',
  'base64-padding': 'Padded base64, not base64url',
  'base64-length': 'A character was lost or added',
  'base64-trailing-bits': 'Spare bits are set',
  'header-not-utf8': 'Header is not UTF-8 text',
  'header-not-json': 'Header is not JSON',
  'header-not-object': 'Header is not an object',
  'header-duplicate-member': 'A name stands twice in the header',
  'alg-missing': 'No algorithm is named',
  'crit-invalid': '“crit” breaks its rules',
  'b64-not-critical': '“b64” must be critical',
  'none-with-signature': 'Unsecured, yet signed',
  'payload-not-utf8': 'Payload is not UTF-8 text',
  'payload-not-json': 'Payload is not JSON',
  'payload-not-object': 'Payload is not an object',
  'payload-duplicate-member': 'A name stands twice in the payload',
};

export const moreProblems = (count: number) => `and ${count} more of this kind`;
