/** How somebody signed in: `amr`. */
import { isJsonArray, isJsonObject, ownMember } from '../../token/json-kind.ts';
import type { Json } from '../../types.ts';
import type { ClaimPart, Meanings } from './part.ts';

/** RFC 8176 section 2, and words of Microsoft, Okta, Supabase and LINE. */
const METHODS: Meanings = new Map([
  ['face', 'The face was recognised.'],
  ['fpt', 'A fingerprint was read.'],
  ['geo', 'The place was taken into account.'],
  ['hwk', 'A key in hardware was used.'],
  ['iris', 'The iris was scanned.'],
  ['kba', 'Questions were answered.'],
  ['mca', 'A second channel was used, such as a telephone call.'],
  ['mfa', 'More than one factor was used.'],
  ['otp', 'A one-time password was given.'],
  ['pin', 'A PIN or a pattern was entered.'],
  ['pop', 'A key was proved to be there.'],
  ['pwd', 'A password was given.'],
  ['rba', 'The risk was judged.'],
  ['retina', 'The retina was scanned.'],
  ['sc', 'A smart card was used.'],
  ['sms', 'A message was sent to a telephone.'],
  ['swk', 'A key in software was used.'],
  ['tel', 'A telephone call was made.'],
  ['user', 'The person was seen to be there.'],
  ['vbm', 'The voice was recognised.'],
  ['wia', 'Windows signed in by itself.'],
  ['rsa', 'A key of the device was used (Microsoft).'],
  ['ngcmfa', 'A second factor was set up or used with Windows Hello (Microsoft).'],
  ['fed', 'Another identity provider signed in (Microsoft).'],
  ['password', 'A password was given.'],
  ['totp', 'A one-time password of an authenticator app was given.'],
  ['oauth', 'Another identity provider signed in.'],
  ['sso/saml', 'Another identity provider signed in, with SAML.'],
  ['magiclink', 'A link in a message was followed.'],
  ['email', 'A code or link was sent by e-mail.'],
  ['recovery', 'A link for a lost password was followed.'],
  ['invite', 'An invitation was followed.'],
  ['anonymous', 'Nobody signed in: the account has no person.'],
  ['token_refresh', 'The session was renewed.'],
  ['linesso', 'LINE’s own sign-in was used.'],
  ['lineautologin', 'LINE signed in by itself.'],
  ['lineqr', 'A QR code was scanned with LINE.'],
]);

const UNKNOWN = 'A method that the issuer has named.';

/** A list of names; Supabase has objects with `method` and `timestamp` in their place. */
export function explainMethods(value: Json): readonly ClaimPart[] {
  const list = isJsonArray(value) ? value : [value];
  return list.flatMap((item, i) => {
    const method = isJsonObject(item) ? ownMember(item, 'method') : item;
    if (typeof method !== 'string') return [];
    const pointer = isJsonArray(value) ? `/${i}` : '';
    return [{ pointer, label: method, meaning: METHODS.get(method) ?? UNKNOWN }];
  });
}
