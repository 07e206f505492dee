/** Every algorithm of the engine's table: choose it, generate a key, edit, sign; then verify it as a stranger would. */
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

for (const alg of Object.keys(SIGNATURE_ALGORITHMS)) {
  test(`${alg}: an edit is signed with a generated key, and others verify the token`, async ({ page }) => {
    await page.goto('./');
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

    // a fresh page
    await page.goto('./');
    await pasteBoth(page, token, key);
    await expectVerdict(page, 'verified', 'signature-match');
  });
}
