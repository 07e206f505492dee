/** Tokens for the tests, signed by Node's own cryptography. */
import { createHmac, type KeyObject, sign } from 'node:crypto';

export const SECRET = 'a secret of forty letters for the tests.';

/** A compact JWS with HS256 over exactly these texts. */
export function hs256(payload: string, secret: string = SECRET, header = '{"alg":"HS256","typ":"JWT"}'): string {
  const input = `${base64url(header)}.${base64url(payload)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

/** A compact JWS with RS256 over exactly these texts. */
export function rs256(payload: string, key: KeyObject, header = '{"alg":"RS256","typ":"JWT"}'): string {
  const input = `${base64url(header)}.${base64url(payload)}`;
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
}

/** A compact JWS with ES256 over exactly these texts; `der`: the signature as most libraries but JOSE's write it. */
export function es256(
  payload: string,
  key: KeyObject,
  { header = '{"alg":"ES256","typ":"JWT"}', der = false }: { readonly header?: string; readonly der?: boolean } = {},
): string {
  const input = `${base64url(header)}.${base64url(payload)}`;
  const dsaEncoding = der ? 'der' : 'ieee-p1363';
  return `${input}.${sign('sha256', Buffer.from(input), { key, dsaEncoding }).toString('base64url')}`;
}

/** The text that a segment of a token holds: 0 the header, 1 the payload. */
export function textOf(token: string, segment: 0 | 1): string {
  return Buffer.from(token.split('.')[segment] ?? '', 'base64url').toString('utf8');
}

/** The last claim is long enough to make a token of about `bytes` characters. */
export function hs256Of(bytes: number): string {
  const claims = { sub: '1234567890', name: 'Zoë Doe', admin: true };
  const rows: Record<string, string> = {};
  for (let index = 0; JSON.stringify({ ...claims, ...rows }).length * (4 / 3) < bytes - 120; index += 1) {
    rows[`claim_${index}`] = 'abcdefghijklmnopqrstuvwxyz'.repeat(Math.min(40, Math.ceil(bytes / 2000)));
  }
  return hs256(JSON.stringify({ ...claims, ...rows }));
}

export function base64url(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}
