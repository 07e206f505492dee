/** Tokens for the tests, signed by Node's own cryptography. */
import { createHmac } from 'node:crypto';

export const SECRET = 'a secret of forty letters for the tests.';

/** A compact JWS with HS256 over exactly these texts. */
export function hs256(payload: string, secret: string = SECRET, header = '{"alg":"HS256","typ":"JWT"}'): string {
  const input = `${base64url(header)}.${base64url(payload)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
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

function base64url(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}
