/** What was pasted is not written anew behind the person's back: every character outside of an edit survives. */
import {
  caretInObject,
  copied,
  expect,
  expectVerdict,
  openPage,
  pane,
  pasteBoth,
  pasteInto,
  test,
} from './fixtures.ts';
import { hs256, SECRET, textOf } from './tokens.ts';

/** Literals, a duplicate, an order that no sort gives, escapes that need none, an integer beyond 2^53. */
const MEMBERS = [
  '"z":1e3',
  '"one":1.0',
  '"big":9007199254740993',
  '"twice":1',
  '"10":-0.0e-1',
  '"2":"\\u0041\\/b"',
  '"twice":{"deep":[1.50,"\\ud83d\\ude00",[]]}',
  '"__proto__":null',
];
const PAYLOAD = `{${MEMBERS.join(',')}}`;
const HEADER = '{"typ":"J\\u0057T","alg":"HS256","x-odd":1.0e1}';
const TOKEN = hs256(PAYLOAD, SECRET, HEADER);

test('an edit elsewhere leaves literals, escapes, duplicates and order as they are, in both panes', async ({
  page,
}) => {
  await openPage(page);
  await pasteBoth(page, TOKEN, SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  expect(await copied(page, 'Copy token')).toBe(TOKEN);

  await caretInObject(page, 'Payload');
  await page.keyboard.type('"new":true,');
  await expectVerdict(page, 'signed', 'signed-here');
  const first = await copied(page, 'Copy token');
  expect(textOf(first, 1)).toBe(`{"new":true,${MEMBERS.join(',')}}`);
  expect(first.split('.')[0]).toBe(TOKEN.split('.')[0]);

  await caretInObject(page, 'Header');
  await page.keyboard.type('"kid":"1",');
  await expectVerdict(page, 'signed', 'signed-here');
  const second = await copied(page, 'Copy token');
  expect(textOf(second, 0)).toBe(`{"kid":"1",${HEADER.slice(1)}`);
  expect(second.split('.')[1]).toBe(first.split('.')[1]);
  expect(second).toBe(hs256(`{"new":true,${MEMBERS.join(',')}}`, SECRET, `{"kid":"1",${HEADER.slice(1)}`));
});

test('the algorithm menu changes the value of alg and no other character', async ({ page }) => {
  await openPage(page);
  await pasteBoth(page, TOKEN, SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  await pane(page, 'Header').getByRole('button', { name: 'Algorithm HS256, change it' }).click();
  await page.getByRole('menuitem', { name: 'HS384', exact: true }).click();
  await expectVerdict(page, 'signed', 'signed-here');
  const token = await copied(page, 'Copy token');
  expect(textOf(token, 0)).toBe(HEADER.replace('HS256', 'HS384'));
  expect(token.split('.')[1]).toBe(TOKEN.split('.')[1]);
});

test('the duplicate is named, and both of its members stay in sight', async ({ page }) => {
  await openPage(page);
  await pasteInto(page, 'Encoded token', TOKEN);
  await expectVerdict(page, 'unchecked', 'key-missing');
  await expect(pane(page, 'Payload')).toContainText('“twice” twice');
  const shown = await copied(page, 'Copy payload');
  expect(shown.match(/"twice"/g)).toHaveLength(2);
  expect(shown).toContain('"big": 9007199254740993');
  expect(shown).toContain('"2": "\\u0041\\/b"');
});

const SPACED = '{ "sub" :\t"x",\n\n  "list": [ 1,  2 ]\n }\n';
const SPACED_TOKEN = hs256(SPACED, SECRET, '{"alg" : "HS256"}');

test('white space is kept in the exact view, and dropped from the edited segment alone in the other', async ({
  page,
}) => {
  await openPage(page);
  await pasteBoth(page, SPACED_TOKEN, SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  expect(await copied(page, 'Copy payload')).toBe('{\n  "sub": "x",\n  "list": [1, 2]\n}');

  await page.getByRole('button', { name: 'Show the payload exactly as encoded' }).click();
  expect(await copied(page, 'Copy payload')).toBe(SPACED);
  expect(await copied(page, 'Copy token')).toBe(SPACED_TOKEN);
  await caretInObject(page, 'Payload');
  await page.keyboard.type('"new":  1,');
  await expectVerdict(page, 'signed', 'signed-here');
  expect(await copied(page, 'Copy token')).toBe(hs256(`{"new":  1,${SPACED.slice(1)}`, SECRET, '{"alg" : "HS256"}'));

  await page.getByRole('button', { name: 'Lay the payload out' }).click();
  await caretInObject(page, 'Payload');
  await page.keyboard.type('"last":2,');
  await expect.poll(async () => textOf(await copied(page, 'Copy token'), 1)).toContain('last');
  await expectVerdict(page, 'signed', 'signed-here');
  expect(await copied(page, 'Copy token')).toBe(
    hs256('{"last":2,"new":1,"sub":"x","list":[1,2]}', SECRET, '{"alg" : "HS256"}'),
  );
});

test('in the exact view a text that is no JSON is applied as it stands', async ({ page }) => {
  await openPage(page);
  await pasteBoth(page, SPACED_TOKEN, SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  await page.getByRole('button', { name: 'Show the payload exactly as encoded' }).click();
  await pasteInto(page, 'Payload', '{"sub": ');
  await expectVerdict(page, 'signed', 'signed-here');
  expect(await copied(page, 'Copy token')).toBe(hs256('{"sub": ', SECRET, '{"alg" : "HS256"}'));
});

test('a payload of text stays text, and bytes that are no text are edited as hex', async ({ page }) => {
  await openPage(page);
  await pasteBoth(page, hs256('just a line, é'), SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  expect(await copied(page, 'Copy payload')).toBe('just a line, é');
  await pasteInto(page, 'Payload', 'another line, ü');
  await expectVerdict(page, 'signed', 'signed-here');
  expect(await copied(page, 'Copy token')).toBe(hs256('another line, ü'));

  await pasteInto(page, 'Encoded token', `${hs256('').split('.')[0]}._w8A.AAAA`);
  await expectVerdict(page, 'failed', 'signature-mismatch');
  await expect(pane(page, 'Payload').getByText('bytes in hex', { exact: true })).toBeVisible();
  expect(await copied(page, 'Copy payload')).toBe('ff 0f 00');
  await pasteInto(page, 'Payload', 'ff 0f 01');
  await expectVerdict(page, 'signed', 'signed-here');
  expect((await copied(page, 'Copy token')).split('.')[1]).toBe('_w8B');
});
