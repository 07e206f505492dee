/** Tokens whose signatures are made up: what reads them here does not check them. */
import { encodeBase64url } from '../../engine/token/base64url.ts';
import { encodeUtf8 } from '../../engine/token/utf8.ts';

export const HS256_HEADER = '{"alg":"HS256","typ":"JWT"}';

export function segmentOf(text: string): string {
  return encodeBase64url(encodeUtf8(text));
}

export function tokenOf(payload: string, header: string = HS256_HEADER, signature = 'c2lnbmF0dXJl'): string {
  return `${segmentOf(header)}.${segmentOf(payload)}.${signature}`;
}
