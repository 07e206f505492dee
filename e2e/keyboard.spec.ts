/** The page by keyboard: shortcuts outside of fields, their list, the walk through its parts, the way out of an editor. */
import type { Page } from '@playwright/test';
import { SHORTCUTS_TABLE } from '../src/app/shortcuts.ts';
import { SHORTCUTS } from '../src/words/shortcuts.ts';
import {
  copied,
  type EditorName,
  editor,
  expect,
  expectVerdict,
  openPage,
  paste,
  pasteInto,
  seenVerdicts,
  test,
  verdictBar,
  watchVerdict,
} from './fixtures.ts';
import { hs256, SECRET } from './tokens.ts';

const TOKEN = hs256('{"sub":"keys"}');
const OTHER = hs256('{"sub":"second"}');

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const GOES: readonly (readonly [letter: string, name: EditorName])[] = [
  ['t', 'Encoded token'],
  ['k', 'Key'],
  ['h', 'Header'],
  ['p', 'Payload'],
];

test('G and a letter go to a pane, Escape leaves it', async ({ page }) => {
  await openPage(page);
  await paste(page, TOKEN);
  await expectVerdict(page, 'unchecked', 'key-missing');
  await press(page, 'Escape');
  await expect(editor(page, 'Encoded token')).not.toBeFocused();
  for (const [letter, name] of GOES) {
    await press(page, 'g', letter);
    await expect(editor(page, name)).toBeFocused();
    await press(page, 'Escape');
    await expect(editor(page, name)).not.toBeFocused();
  }
  await press(page, 'g', 's');
  await expect(page.getByRole('radio', { name: 'Hex' })).toBeFocused();
  expect(await copied(page, 'Copy token')).toBe(TOKEN);
});

test('single letters copy, clear, theme and open the examples; in a field they are typed', async ({ page }) => {
  await openPage(page);
  await paste(page, TOKEN);
  await press(page, 'Escape', 'y');
  await expect(page.getByText('Token copied', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(TOKEN);

  const theme = page.getByRole('button', { name: /^Theme: / });
  const before = await theme.getAttribute('aria-label');
  await press(page, 't');
  await expect(theme).not.toHaveAccessibleName(before ?? '');

  await press(page, 'e');
  await expect(page.getByRole('menu', { name: 'Examples' })).toBeVisible();
  await press(page, 'Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);

  await press(page, 'x');
  await expectVerdict(page, 'empty', 'nothing-pasted');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expectVerdict(page, 'unchecked', 'key-missing');

  await editor(page, 'Key').focus();
  await page.keyboard.type('?xyte g');
  await expect(editor(page, 'Key')).toHaveValue('?xyte g');
  expect(await copied(page, 'Copy token')).toBe(TOKEN);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('[ and ] walk through the tokens that were found', async ({ page }) => {
  await openPage(page);
  await paste(page, `${TOKEN}\n${OTHER}`);
  await press(page, 'Escape', ']');
  await expect(page.getByRole('button', { name: 'Token 2', pressed: true })).toBeVisible();
  await press(page, '[');
  await expect(page.getByRole('button', { name: 'Token 1', pressed: true })).toBeVisible();
});

test('Ctrl Enter verifies again, in an editor too', async ({ page }) => {
  await openPage(page);
  await pasteInto(page, 'Encoded token', TOKEN);
  await pasteInto(page, 'Key', SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  for (const name of ['Encoded token', 'Payload', 'Key'] as const) {
    await watchVerdict(page);
    await editor(page, name).focus();
    await press(page, 'ControlOrMeta+Enter');
    await expect.poll(() => seenVerdicts(page)).toEqual(['unchecked checking true', 'verified signature-match false']);
  }
  expect(await copied(page, 'Copy token')).toBe(TOKEN);
  await expect(editor(page, 'Key')).toHaveValue(SECRET);
});

test('? lists every shortcut, and single letters can be switched off there', async ({ page }) => {
  await openPage(page);
  await press(page, 'Escape', '?');
  const dialog = page.getByRole('dialog', { name: SHORTCUTS.title });
  await expect(dialog).toBeVisible();
  for (const { act } of SHORTCUTS_TABLE)
    await expect(dialog.getByText(SHORTCUTS.acts[act], { exact: true })).toBeVisible();

  await dialog.getByRole('checkbox', { name: SHORTCUTS.letters }).uncheck();
  await press(page, 'Escape');
  await expect(dialog).toHaveCount(0);
  await press(page, 'g', 'k', 'e', '?');
  await expect(editor(page, 'Key')).not.toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('menu')).toHaveCount(0);
  // keys that are no letters act as before
  await press(page, 'Control+Home', 'F6', 'F6', 'F6');
  await expect(editor(page, 'Encoded token')).toBeFocused();

  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await page.getByRole('checkbox', { name: SHORTCUTS.letters }).check();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await press(page, 'g', 'k');
  await expect(editor(page, 'Key')).toBeFocused();
});

test('F6 walks through the parts of the page in their order, Shift F6 back', async ({ page }) => {
  await openPage(page);
  await paste(page, TOKEN);
  await expectVerdict(page, 'unchecked', 'key-missing');
  const stops = [
    verdictBar(page).getByRole('button').first(),
    editor(page, 'Encoded token'),
    editor(page, 'Key'),
    editor(page, 'Header'),
    editor(page, 'Payload'),
    page.getByRole('radio', { name: 'Hex' }),
  ];
  for (const stop of stops.slice(2)) {
    await press(page, 'F6');
    await expect(stop).toBeFocused();
  }
  for (const stop of stops.slice(0, -1).reverse()) {
    await press(page, 'Shift+F6');
    await expect(stop).toBeFocused();
  }
});

test('Tab leaves every editor, and types nothing', async ({ page }) => {
  await openPage(page);
  await paste(page, TOKEN);
  await expectVerdict(page, 'unchecked', 'key-missing');
  for (const name of ['Encoded token', 'Header', 'Payload', 'Key'] as const) {
    for (const key of ['Tab', 'Shift+Tab']) {
      await editor(page, name).focus();
      await press(page, key);
      await expect(editor(page, name)).not.toBeFocused();
    }
  }
  expect(await copied(page, 'Copy token')).toBe(TOKEN);
  expect(await copied(page, 'Copy payload')).toBe('{\n  "sub": "keys"\n}');
});
