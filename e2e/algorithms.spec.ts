/** Every algorithm of the engine's table: choose it, generate a key, edit, sign; then verify it as a stranger would. */

import type { Page } from '@playwright/test';
import { SIGNATURE_ALGORITHMS } from '../src/engine/crypto/algorithms.ts';
import { caretInObject, copied, expect, expectVerdict, pane, pasteBoth, pasteInto, test } from './fixtures.ts';
import { acceptedBy, judgesOf, jwkFrom } from './independent.ts';
import { base64url, hs256, textOf } from './tokens.ts';

// with a coarse pointer Monaco is not fetched: the engine is what is tried here, and nineteen times
test.use({ hasTouch: true, isMobile: true });

const PAYLOAD = '{"sub":"1234567890","admin":false}';

/** Every chosen algorithm differs from that of the token it starts with. */
const STARTS: Readonly<Record<string, string>> = {
  HS256: `${base64url('{"alg":"HS384","typ":"JWT"}')}.${base64url(PAYLOAD)}.AAAA`,
};

const ALGORITHMS = Object.keys(SIGNATURE_ALGORITHMS);
/** What their names begin with: HS, RS, PS, ES, Ed, ML-DSA. */
const FAMILIES = new Set(ALGORITHMS.map((alg) => /^(ML-DSA|..)/.exec(alg)?.[0] ?? alg));

for (const family of FAMILIES) {
  const algorithms = ALGORITHMS.filter((alg) => alg.startsWith(family));
  test(`${algorithms.join(', ')}: an edit is signed with a generated key, and others verify the token`, async ({
    page,
  }) => {
    test.slow();
    const made = new Map<string, { readonly token: string; readonly key: string }>();
    await page.goto('./');
    for (const alg of algorithms) {
      await test.step(`${alg} signs`, async () => {
        made.set(alg, await signedHere(page, alg));
        await clear(page);
      });
    }
    // a fresh page
    await page.goto('./');
    for (const [alg, { token, key }] of made) {
      await test.step(`${alg} verifies`, async () => {
        await pasteBoth(page, token, key);
        await expectVerdict(page, 'verified', 'signature-match');
        await clear(page);
      });
    }
    expect([...made.keys()]).toEqual(algorithms);
  });
}

/** From the empty page: an edit under this algorithm with a key that was generated for it, judged by others. */
async function signedHere(page: Page, alg: string): Promise<{ readonly token: string; readonly key: string }> {
  await pasteInto(page, 'Encoded token', STARTS[alg] ?? hs256(PAYLOAD));
  await pane(page, 'Header')
    .getByRole('button', { name: /^Algorithm / })
    .click();
  await page.getByRole('menuitem', { name: alg, exact: true }).click();
  await expectVerdict(page, 'unchecked', 'key-missing');
  await page.getByRole('button', { name: `Generate a fitting key for ${alg}`, exact: true }).click();
  await expectVerdict(page, 'signed', 'signed-here');

  await caretInObject(page, 'Payload');
  await page.keyboard.type('"added":true,');
  await expectVerdict(page, 'signed', 'signed-here');
  const token = await copied(page, 'Copy token');
  const key = await copied(page, 'Copy key');
  expect(textOf(token, 1)).toBe('{"added":true,"sub":"1234567890","admin":false}');
  expect(JSON.parse(textOf(token, 0))).toMatchObject({ alg, typ: 'JWT', kid: jwkFrom(key).kid });
  expect(await acceptedBy(page, token, alg, jwkFrom(key))).toEqual(judgesOf(alg));
  return { token, key };
}

async function clear(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expectVerdict(page, 'empty', 'nothing-pasted');
}
