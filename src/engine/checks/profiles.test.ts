import { expect, test } from 'vitest';
import { checksOfLayers, layerOf, NOW } from '../testing/checked.ts';
import type { Expectations, Json, Profile } from '../types.ts';
import { expectationsOf, PROFILES, profileFor } from './profiles.ts';

test.each([
  ['ID token', 'id-token'],
  ['access token (RFC 9068)', 'at+jwt'],
  ['access token', 'jwt'],
  ['DPoP proof', 'dpop'],
  ['logout token', 'logout'],
  ['client assertion', 'client-assertion'],
  ['SimpleJWT access token', 'simplejwt'],
  ['SimpleJWT refresh token', 'jwt'],
  ['nested JWT', 'jwt'],
])('%s has the profile %s', (name, profile) => {
  expect(profileFor([{ name }, { name: 'ID token' }])).toBe(profile);
});

test('a token of no known kind is a plain JWT', () => {
  expect(profileFor([])).toBe('jwt');
});

test('no profile takes from the token what is expected of it', () => {
  const names = PROFILES.flatMap((profile) => Object.keys(expectationsOf(profile)));
  expect([...new Set(names)].sort()).toEqual(['algorithms', 'profile', 'requiredClaims', 'tokenType', 'typ']);
});

const ISSUED = { iss: 'https://id.example', aud: 'api', iat: NOW, exp: NOW + 60 };
const LOGOUT = { events: { 'http://schemas.openid.net/event/backchannel-logout': {} } };

/** A sound token of each profile, by the letter of its specification. */
const SOUND: Readonly<Record<Profile, readonly [header: Json, claims: Json]>> = {
  jwt: [{ alg: 'none' }, {}],
  'id-token': [{ alg: 'RS256' }, { ...ISSUED, sub: 'u' }],
  'at+jwt': [
    { alg: 'ES256', typ: 'application/at+jwt' },
    { ...ISSUED, sub: 'u', client_id: 'c', jti: 'j' },
  ],
  dpop: [
    { alg: 'ES256', typ: 'dpop+jwt' },
    { jti: 'j', htm: 'GET', htu: 'https://api.example/', iat: NOW },
  ],
  logout: [{ alg: 'PS256' }, { ...ISSUED, ...LOGOUT, jti: 'j', sid: 's' }],
  'client-assertion': [{ alg: 'HS256' }, { ...ISSUED, sub: ISSUED.iss }],
  simplejwt: [{ alg: 'HS256' }, { token_type: 'access', exp: NOW + 60, jti: 'j', user_id: '1' }],
};

const ids = async ([header, claims]: readonly [Json, Json], expectations: Expectations) => {
  const checks = await checksOfLayers([layerOf(header, claims)], expectations);
  return checks.filter(({ outcome }) => outcome === 'fail').map(({ id }) => id);
};

test.each(PROFILES)('a sound token of the profile %s fails nothing', async (profile) => {
  const failed = await ids(SOUND[profile], expectationsOf(profile));
  // a proof needs its key as well
  expect(failed.filter((id) => id !== 'dpop-jkt')).toEqual([]);
});

test.each<[Profile, Profile, readonly string[]]>([
  ['at+jwt', 'id-token', ['typ', 'required']],
  ['id-token', 'logout', ['required', 'id-token-sub']],
  ['logout', 'id-token', ['required', 'logout-events']],
  ['client-assertion', 'id-token', ['assertion-subject']],
  ['simplejwt', 'at+jwt', ['alg', 'token_type', 'required']],
  ['id-token', 'simplejwt', ['alg', 'required', 'id-token-sub']],
])('the profile %s refuses a %s', async (profile, other, failed) => {
  expect(await ids(SOUND[other], expectationsOf(profile))).toEqual(failed);
});
