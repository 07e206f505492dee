/** Tokens as they come: unsecured, misnamed, cut short, large, half typed, and every example. */

import { readFileSync } from 'node:fs';
import { EXAMPLE_WORDS } from '../src/words/examples.ts';
import { EXAMPLE_IDS, type Example, type ExampleId } from '../src/workbench/examples/example.ts';
import {
  caretInObject,
  copied,
  editor,
  expect,
  expectVerdict,
  openExample,
  openPage,
  pane,
  paste,
  pasteBoth,
  pasteInto,
  test,
  verdictBar,
} from './fixtures.ts';
import { base64url, hs256, hs256Of, SECRET, textOf } from './tokens.ts';

const PAYLOAD = '{"sub":"1234567890","admin":false}';

/** A token with this header and no signature. */
const unsigned = (header: string) => `${base64url(header)}.${base64url(PAYLOAD)}.`;

test('alg none is unsecured, and None is an unknown algorithm', async ({ page }) => {
  await openPage(page);
  await paste(page, unsigned('{"alg":"none"}'));
  await expectVerdict(page, 'unsecured', 'alg-none');
  await expect(verdictBar(page)).toContainText('Anyone could have written this token');

  await pasteInto(page, 'Encoded token', unsigned('{"alg":"None"}'));
  await expectVerdict(page, 'unsupported', 'alg-unknown');
  await pasteInto(page, 'Key', SECRET);
  await expectVerdict(page, 'unsupported', 'alg-unknown');

  await pasteInto(page, 'Encoded token', `${unsigned('{"alg":"none"}')}AAAA`);
  await expectVerdict(page, 'malformed', 'none-with-signature');
});

test('of a truncated token all that can be read is shown', async ({ page }) => {
  const token = hs256(PAYLOAD);
  await openPage(page);
  await paste(page, token.slice(0, token.lastIndexOf('.')));
  await expectVerdict(page, 'malformed', 'segment-count');
  expect(await copied(page, 'Copy header')).toContain('"alg": "HS256"');
  expect(await copied(page, 'Copy payload')).toBe('{\n  "sub": "1234567890",\n  "admin": false\n}');
  await expect(pane(page, 'Signature')).toContainText('There is no signature segment.');

  // cut within a string of the payload: the part that decodes is shown as text
  await pasteInto(page, 'Encoded token', token.slice(0, token.indexOf('.') + 22));
  await expectVerdict(page, 'malformed', 'segment-count');
  expect(await copied(page, 'Copy payload')).toMatch(/^\{"sub":"12345/);
});

test('JSON that does not parse yet is kept as typed, the token keeps its last form until it parses', async ({
  page,
}) => {
  const token = hs256(PAYLOAD);
  await openPage(page);
  await pasteBoth(page, token, SECRET);
  await expectVerdict(page, 'verified', 'signature-match');

  const payload = pane(page, 'Payload');
  await caretInObject(page, 'Payload');
  await page.keyboard.type('"role":');
  await expect(payload.getByText('not applied', { exact: true })).toBeVisible();
  await expect(payload.getByText(/^Line 2, column 8: .*Until then the token keeps its last form\.$/)).toBeVisible();
  await expectVerdict(page, 'verified', 'signature-match');
  expect(await copied(page, 'Copy token')).toBe(token);
  const draft = '{"role":\n  "sub": "1234567890",\n  "admin": false\n}';
  expect(await copied(page, 'Copy payload')).toBe(draft);

  // a look at another pane, and a change of the key, lose nothing
  await editor(page, 'Header').focus();
  await pasteInto(page, 'Key', 'a wrong secret of forty letters and more');
  await expectVerdict(page, 'failed', 'signature-mismatch');
  expect(await copied(page, 'Copy payload')).toBe(draft);
  await pasteInto(page, 'Key', SECRET);
  await expectVerdict(page, 'verified', 'signature-match');

  await caretInObject(page, 'Payload');
  for (let step = 0; step < '"role":'.length; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('"admin",');
  await expectVerdict(page, 'signed', 'signed-here');
  await expect(payload.getByText('not applied', { exact: true })).toHaveCount(0);
  expect(await copied(page, 'Copy token')).toBe(hs256('{"role":"admin","sub":"1234567890","admin":false}'));
});

test('a header that does not parse yet is treated alike', async ({ page }) => {
  const token = hs256(PAYLOAD);
  await openPage(page);
  await pasteBoth(page, token, SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  const header = pane(page, 'Header');
  await caretInObject(page, 'Header');
  await page.keyboard.type('"kid"');
  await expect(header.getByText('not applied', { exact: true })).toBeVisible();
  expect(await copied(page, 'Copy token')).toBe(token);
  // the caret is still where it was
  await editor(page, 'Header').focus();
  await page.keyboard.type(':"one",');
  await expectVerdict(page, 'signed', 'signed-here');
  expect(textOf(await copied(page, 'Copy token'), 0)).toBe('{"kid":"one","alg":"HS256","typ":"JWT"}');
});

test('a token of 1 MB opens, verifies and can be edited', async ({ page }) => {
  const token = hs256Of(1_000_000);
  expect(token.length).toBeGreaterThan(950_000);
  await openPage(page);
  await pasteBoth(page, token, SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  await caretInObject(page, 'Payload');
  await page.keyboard.type('"a":1,');
  await expectVerdict(page, 'signed', 'signed-here');
  const edited = await copied(page, 'Copy token');
  const wanted = hs256(`{"a":1,${textOf(token, 1).slice(1)}`);
  // not toBe: the difference of two texts of 1 MB helps nobody
  expect(edited === wanted, 'the copied token is the one that the test signs').toBe(true);
});

/** What the note of an example promises; the others verify. */
const PROMISED: Partial<Readonly<Record<ExampleId, readonly [state: string, code: string]>>> = {
  tampered: ['failed', 'signature-mismatch'],
  unsecured: ['unsecured', 'alg-none'],
  'wrong-key': ['failed', 'signature-mismatch'],
  'key-confusion': ['unchecked', 'public-key-as-secret'],
  encrypted: ['decrypted', 'decrypted'],
  'key-agreement': ['decrypted', 'decrypted'],
  password: ['decrypted', 'decrypted'],
  'changed-ciphertext': ['failed', 'decryption-failed'],
  'foreign-disclosure': ['failed', 'disclosure-unreferenced'],
};

// the loader of the tests takes no import of JSON
const EXAMPLES: readonly Example[] = JSON.parse(
  readFileSync(new URL('../src/workbench/examples/examples.json', import.meta.url), 'utf8'),
);

const AT_ONCE = 12;

test('the examples are those that are offered', () => {
  expect(EXAMPLES.map(({ id }) => id)).toEqual(EXAMPLE_IDS);
});

for (let start = 0; start < EXAMPLES.length; start += AT_ONCE) {
  const some = EXAMPLES.slice(start, start + AT_ONCE);
  test(`examples ${start + 1} to ${start + some.length} open with the state that their notes promise`, async ({
    page,
  }) => {
    await openPage(page);
    for (const { id, key } of some) {
      await test.step(id, async () => {
        await openExample(page, EXAMPLE_WORDS[id].title);
        // the key tells one example from the next, and comes with the token
        await expect(editor(page, 'Key')).toHaveValue(key);
        await expectVerdict(page, ...(PROMISED[id] ?? (['verified', 'signature-match'] as const)));
      });
    }
  });
}

test('the example of key confusion says what it is', async ({ page }) => {
  await openPage(page);
  await openExample(page, EXAMPLE_WORDS['key-confusion'].title);
  await expect(verdictBar(page)).toContainText('this is the key-confusion forgery');
});
