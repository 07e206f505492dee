import { type JWTVerifyOptions, jwtVerify, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { checksOfLayers, layerOf, NOW } from '../testing/checked.ts';
import { itemOf, type Random, randomFrom } from '../testing/random.ts';
import type { Expectations, Json, JsonObject } from '../types.ts';

const SECRET = new TextEncoder().encode('a secret of at least thirty-two bytes');
const NAMES = ['https://id.example', 'https://id.example/', 'https://ID.example', 'a', ''];
const TYPS = ['JWT', 'jwt', 'at+jwt', 'application/at+jwt', 'Application/JWT', 'x/at+jwt', 'application/x/jwt'];
const STEPS = [-7200, -120, -61, -60, -59, -30, -1, 0, 1, 30, 59, 60, 61, 120, 7200];

/** Left out in about a third. */
function maybe<T>(random: Random, value: () => T): T | undefined {
  return random.below(3) === 0 ? undefined : value();
}

function present(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Of the right types, so that it is the comparison that is compared: jose takes a claim of any type where nothing is asked of it. */
function claimsFrom(random: Random): JsonObject {
  const time = () => NOW + itemOf(STEPS, random) + (random.below(4) === 0 ? 0.5 : 0);
  return present({
    iss: maybe(random, () => itemOf(NAMES, random)),
    sub: maybe(random, () => itemOf(NAMES, random)),
    aud: maybe(random, () =>
      random.below(2) === 0 ? itemOf(NAMES, random) : [itemOf(NAMES, random), itemOf(NAMES, random)],
    ),
    exp: maybe(random, () => (random.below(40) === 0 ? String(time()) : time())),
    nbf: maybe(random, time),
    iat: maybe(random, time),
    jti: maybe(random, () => null),
  });
}

function expectationsFrom(random: Random) {
  const name = () => itemOf(NAMES.slice(0, 4), random);
  const rarely = <T>(value: () => T) => (random.below(3) === 0 ? value() : undefined);
  return {
    typ: rarely(() => itemOf(TYPS, random)),
    issuer: rarely(() => (random.below(2) === 0 ? name() : [name(), name()])),
    audience: rarely(() => (random.below(2) === 0 ? name() : [name(), name()])),
    subject: rarely(name),
    maxAgeSeconds: rarely(() => itemOf([0, 1, 60, 3600], random)),
    requiredClaims: rarely(() => [itemOf(['iss', 'jti', 'exp', 'toString'], random)]),
    clockSkewSeconds: itemOf([0, 1, 60], random),
    algorithms: rarely(() => [itemOf(['HS256', 'HS512', 'hs256'], random)]),
  };
}

function defined<T extends object>(members: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return JSON.parse(JSON.stringify(members));
}

type Asked = ReturnType<typeof expectationsFrom>;

function joseOptions({ maxAgeSeconds, clockSkewSeconds, requiredClaims, ...rest }: Asked): JWTVerifyOptions {
  return {
    ...defined({ ...rest, requiredClaims, maxTokenAge: maxAgeSeconds }),
    clockTolerance: clockSkewSeconds,
    currentDate: new Date(NOW * 1000 + 400),
  };
}

async function joseAccepts(header: { alg: string; typ?: string }, claims: JsonObject, asked: Asked): Promise<boolean> {
  const token = await new SignJWT(claims).setProtectedHeader(header).sign(SECRET);
  return jwtVerify(token, SECRET, joseOptions(asked)).then(
    () => true,
    () => false,
  );
}

/** An `iat` to come is refused by jose only where an age is asked. */
async function accepted(header: JsonObject, claims: JsonObject, asked: Asked): Promise<boolean> {
  const expectations: Expectations = defined(asked);
  const checks = await checksOfLayers([layerOf(header, claims)], expectations, NOW + 0.4);
  return checks.every(({ id, outcome, code }) => outcome !== 'fail' || (id === 'iat' && code === 'iat-to-come'));
}

test('accepts what jose accepts, and refuses what it refuses', async () => {
  const random = randomFrom(20_261_124);
  let refused = 0;
  const rounds = 600;
  for (let round = 0; round < rounds; round++) {
    const typ = maybe(random, () => itemOf(TYPS, random));
    const header = { alg: 'HS256', ...(typ === undefined ? {} : { typ }) };
    const claims = claimsFrom(random);
    const asked = expectationsFrom(random);
    const answer = await joseAccepts(header, claims, asked);
    if (!answer) refused += 1;
    expect([header, claims, asked, await accepted(header, claims, asked)]).toEqual([header, claims, asked, answer]);
  }
  // both answers must have been put to the test
  expect(refused).toBeGreaterThan(rounds / 5);
  expect(rounds - refused).toBeGreaterThan(rounds / 15);
});
