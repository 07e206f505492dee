/** One history for token, header and payload; the key box has its own; Clear can be taken back. */
import type { Page } from '@playwright/test';
import {
  caretInObject,
  copied,
  editor,
  expect,
  expectVerdict,
  openPage,
  pasteBoth,
  pasteInto,
  test,
} from './fixtures.ts';
import { hs256, SECRET } from './tokens.ts';

const PAYLOAD = '{"sub":"steps"}';
const TOKEN = hs256(PAYLOAD);

/** Undoes or redoes in a pane. */
async function press(page: Page, name: 'Encoded token' | 'Header' | 'Payload', keys: string): Promise<string> {
  await editor(page, name).focus();
  await page.keyboard.press(keys);
  return copied(page, 'Copy token');
}

test('undo in any pane takes back the last step, whatever pane made it, and redo brings it again', async ({ page }) => {
  await openPage(page);
  await pasteInto(page, 'Encoded token', TOKEN);
  await caretInObject(page, 'Header');
  await page.keyboard.type('"kid":"1",');
  const afterHeader = await copied(page, 'Copy token');
  await caretInObject(page, 'Payload');
  await page.keyboard.type('"a":1,');
  const afterPayload = await copied(page, 'Copy token');
  await editor(page, 'Encoded token').focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Backspace');
  const afterToken = await copied(page, 'Copy token');
  expect(new Set([TOKEN, afterHeader, afterPayload, afterToken]).size).toBe(4);
  expect(afterToken).toBe(afterPayload.slice(0, -1));

  expect(await press(page, 'Header', 'ControlOrMeta+Z')).toBe(afterPayload);
  expect(await press(page, 'Encoded token', 'ControlOrMeta+Z')).toBe(afterHeader);
  expect(await copied(page, 'Copy payload')).toBe('{\n  "sub": "steps"\n}');
  expect(await press(page, 'Payload', 'ControlOrMeta+Z')).toBe(TOKEN);
  expect(await copied(page, 'Copy header')).not.toContain('kid');

  expect(await press(page, 'Payload', 'ControlOrMeta+Shift+Z')).toBe(afterHeader);
  expect(await press(page, 'Header', 'ControlOrMeta+Y')).toBe(afterPayload);
  expect(await press(page, 'Encoded token', 'ControlOrMeta+Y')).toBe(afterToken);
  expect(await press(page, 'Encoded token', 'ControlOrMeta+Y')).toBe(afterToken);

  // a new edit after an undo leaves nothing to redo
  expect(await press(page, 'Payload', 'ControlOrMeta+Z')).toBe(afterPayload);
  await caretInObject(page, 'Payload');
  await page.keyboard.type('"b":2,');
  const branched = await copied(page, 'Copy token');
  expect(await press(page, 'Payload', 'ControlOrMeta+Y')).toBe(branched);
});

test('typing with pauses of less than half a second is one step', async ({ page }) => {
  await page.addInitScript(() => {
    // the clock that the page measures pauses with, stopped when the test says so
    const now = performance.now.bind(performance);
    performance.now = () => Number(Reflect.get(globalThis, 'stoppedAt') ?? now());
  });
  await openPage(page);
  await pasteInto(page, 'Encoded token', TOKEN);
  await caretInObject(page, 'Payload');
  let clock = 1e6;
  const typeAfter = async (milliseconds: number, text: string) => {
    clock += milliseconds;
    await page.evaluate((at) => Reflect.set(globalThis, 'stoppedAt', at), clock);
    await page.keyboard.type(text);
  };
  await typeAfter(0, '"a"');
  await typeAfter(499, ':1,');
  await typeAfter(500, '"b":');
  await typeAfter(499, '2,');

  const signature = TOKEN.split('.')[2];
  const tokenOf = (start: string) => `${hs256(`{${start}"sub":"steps"}`).replace(/[^.]*$/, '')}${signature}`;
  expect(await copied(page, 'Copy token')).toBe(tokenOf('"a":1,"b":2,'));
  expect(await press(page, 'Payload', 'ControlOrMeta+Z')).toBe(tokenOf('"a":1,'));
  expect(await press(page, 'Payload', 'ControlOrMeta+Z')).toBe(TOKEN);
});

test('undo of an edit that was signed here brings the old signature back, without signing again', async ({ page }) => {
  await openPage(page);
  await pasteBoth(page, TOKEN, SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  await pasteInto(page, 'Payload', '{"sub":"other"}');
  await expectVerdict(page, 'signed', 'signed-here');
  expect(await press(page, 'Header', 'ControlOrMeta+Z')).toBe(TOKEN);
  await expectVerdict(page, 'verified', 'signature-match');
  expect(await press(page, 'Header', 'ControlOrMeta+Y')).toBe(hs256('{"sub":"other"}'));
  await expectVerdict(page, 'signed', 'signed-here');
});

test('the key box has a history of its own', async ({ page }) => {
  await openPage(page);
  await pasteInto(page, 'Encoded token', TOKEN);
  await caretInObject(page, 'Payload');
  await page.keyboard.type('"a":1,');
  const edited = await copied(page, 'Copy token');
  await pasteInto(page, 'Key', SECRET);
  await expectVerdict(page, 'failed', 'signature-mismatch');
  await editor(page, 'Key').focus();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(editor(page, 'Key')).toHaveValue('');
  await expectVerdict(page, 'unchecked', 'key-missing');
  expect(await copied(page, 'Copy token')).toBe(edited);
  await editor(page, 'Key').focus();
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(editor(page, 'Key')).toHaveValue(SECRET);

  expect(await press(page, 'Payload', 'ControlOrMeta+Z')).toBe(TOKEN);
  await expectVerdict(page, 'verified', 'signature-match');
  await expect(editor(page, 'Key')).toHaveValue(SECRET);
});

test('Clear empties token and key, and Undo brings both back', async ({ page }) => {
  await openPage(page);
  await pasteBoth(page, TOKEN, SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expectVerdict(page, 'empty', 'nothing-pasted');
  await expect(editor(page, 'Key')).toHaveValue('');
  const shown = await page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')].map((field) => Reflect.get(field, 'value'));
    return [document.body.textContent, ...fields].join('\n');
  });
  for (const trace of [SECRET, 'steps', ...TOKEN.split('.').slice(1)]) expect(shown).not.toContain(trace);

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expectVerdict(page, 'verified', 'signature-match');
  expect(await copied(page, 'Copy token')).toBe(TOKEN);
  await expect(editor(page, 'Key')).toHaveValue(SECRET);

  // the key for undo does the same
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expectVerdict(page, 'empty', 'nothing-pasted');
  await editor(page, 'Encoded token').focus();
  await page.keyboard.press('ControlOrMeta+Z');
  await expectVerdict(page, 'verified', 'signature-match');
  await expect(editor(page, 'Key')).toHaveValue(SECRET);
});

test('undo takes back a draft that was not applied, and a new token drops it', async ({ page }) => {
  await openPage(page);
  await pasteInto(page, 'Encoded token', TOKEN);
  await caretInObject(page, 'Payload');
  await page.keyboard.type('"half":');
  expect(await copied(page, 'Copy payload')).toContain('"half":');
  expect(await press(page, 'Header', 'ControlOrMeta+Z')).toBe(TOKEN);
  expect(await copied(page, 'Copy payload')).toBe('{\n  "sub": "steps"\n}');
  await press(page, 'Header', 'ControlOrMeta+Y');
  expect(await copied(page, 'Copy payload')).toContain('"half":');

  await pasteInto(page, 'Encoded token', hs256('{"sub":"next"}'));
  expect(await copied(page, 'Copy payload')).toBe('{\n  "sub": "next"\n}');
  await expect(page.getByText('not applied', { exact: true })).toHaveCount(0);
});
