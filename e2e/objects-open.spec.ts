/** Every kind of JOSE object is pasted, first without and then with its key: what the page says, shows and lists. */
import type { Page } from '@playwright/test';
import { parseJson } from '../src/engine/token/json.ts';
import { layOut } from '../src/engine/token/layout.ts';
import { copied, expect, expectVerdict, openPage, pane, pasteInto, test, verdictBar } from './fixtures.ts';
import { CLAIMS, CLAIMS_LAID_OUT, ecPair, jwe, jws, rsaPair, sharedSecret } from './objects.ts';
import { vectorRow } from './vector-rows.ts';

/** Titles of the layers, outermost first, and of what lies in the innermost. */
async function expectLayers(page: Page, titles: readonly string[]): Promise<void> {
  const list = page.getByRole('list', { name: 'Layers, outermost first' });
  await expect(list.getByRole('heading', { level: 3 })).toHaveText([...titles]);
}

/** A cell of the verdict bar, by what it is about. */
async function expectCell(page: Page, about: string, word: string): Promise<void> {
  await expect(verdictBar(page).getByRole('button', { name: about })).toContainText(word);
}

async function openTab(page: Page, name: 'Layers' | 'Disclosures' | 'Checks'): Promise<void> {
  await page.getByRole('tab', { name }).click();
}

async function pasteWithoutKey(page: Page, token: string): Promise<void> {
  // an empty text on the clipboard pastes nothing
  await pasteInto(page, 'Key', '');
  await page.keyboard.press('Delete');
  await pasteInto(page, 'Encoded token', token);
}

function laidOut(text: string): string {
  return layOut(text, parseJson(text));
}

type Family = readonly (readonly [file: string, id: string])[];

const FAMILIES: Readonly<Record<string, { readonly needs: string; readonly what: string; readonly rows: Family }>> = {
  'for an RSA key': {
    needs: 'Add the private key that it was encrypted for',
    what: 'private key',
    rows: [
      ['jwe', 'rsa1_5-a128gcm'],
      ['jwe', 'rsa-oaep-256-a256gcm'],
      ['jwe', 'rsa-oaep-256-a256gcm-flattened'],
    ],
  },
  'by key agreement': {
    needs: 'Add the private key that it was encrypted for',
    what: 'private key',
    rows: [
      ['jwe', 'ecdh-es+a128kw-p-384-a256gcm'],
      ['jwe', 'ecdh-es-x448-a192cbc-hs384'],
      ['jwe', 'ecdh-es-x25519-a128cbc-hs256'],
    ],
  },
  'with a wrapped key': {
    needs: 'Add the shared secret key that it was encrypted with',
    what: 'secret',
    rows: [
      ['jwe', 'a192kw-a192cbc-hs384'],
      ['jwe', 'a256gcmkw-a256cbc-hs512'],
      ['jwe', 'flattened-aad'],
    ],
  },
  'with the secret itself': {
    needs: 'Add the shared secret key that it was encrypted with',
    what: 'secret',
    rows: [
      ['jwe', 'dir-a192gcm'],
      ['jwe', 'zip-dir'],
      ['jwe-by-hand', 'dir-xc20p'],
    ],
  },
  'with a password': {
    needs: 'The content is encrypted with a password.',
    what: 'password',
    rows: [
      ['jwe', 'pbes2-hs256+a128kw-a192gcm'],
      ['jwe', 'pbes2-hs512+a256kw-a128gcm'],
    ],
  },
};

for (const [family, { needs, what, rows }] of Object.entries(FAMILIES)) {
  test(`a token encrypted ${family} says what it needs, and opens with it`, async ({ page }) => {
    await openPage(page);
    for (const [file, id] of rows) {
      const { text, keyText, expect: expected } = vectorRow(file, id);
      await test.step(id, async () => {
        await pasteWithoutKey(page, text);
        await expectVerdict(page, 'unchecked', 'key-missing');
        await expect(verdictBar(page)).toContainText(needs);
        await expect(pane(page, 'Encrypted parts')).toContainText('cannot be read without the key');
        await expect(pane(page, 'Decrypted content')).toContainText('The content is locked');
        await expectLayers(page, ['Encrypted JWT (JWE)', 'Content']);

        await pasteInto(page, 'Key', keyText);
        await expectVerdict(page, 'decrypted', 'decrypted');
        await expect(verdictBar(page)).toContainText(
          `Your ${what} opened this token and its content arrived unchanged.`,
        );
        await expect(pane(page, 'Encrypted parts')).toContainText('opened with your key');
        await expectLayers(page, ['Encrypted JWT (JWE)', 'Claims']);
        expect(await copied(page, 'Copy payload')).toBe(laidOut(expected.payloadText ?? ''));
      });
    }
  });
}

test('a wrong key, a key of another kind and a damaged token get sentences of their own', async ({ page }) => {
  const rsa = rsaPair();
  const other = rsaPair();
  const token = jwe({ alg: 'RSA-OAEP-256', enc: 'A256GCM' }, rsa.publicKey, CLAIMS);
  await openPage(page);
  await pasteInto(page, 'Encoded token', token);
  await pasteInto(page, 'Key', other.text);
  await expectVerdict(page, 'failed', 'decryption-failed');
  await expect(verdictBar(page)).toContainText('Either this is not the right key, or the token was changed');
  await pasteInto(page, 'Key', ecPair().text);
  await expectVerdict(page, 'unchecked', 'key-wrong-kind');
  await expect(verdictBar(page)).toContainText('RSA-OAEP-256 needs an RSA private key');
  await pasteInto(page, 'Key', rsa.publicText);
  await expectVerdict(page, 'unchecked', 'key-wrong-kind');
  await pasteInto(page, 'Key', sharedSecret(32).text);
  await expectVerdict(page, 'unchecked', 'key-wrong-kind');

  await pasteInto(page, 'Key', rsa.text);
  await expectVerdict(page, 'decrypted', 'decrypted');
  const parts = token.split('.');
  await pasteInto(page, 'Encoded token', parts.slice(0, 4).join('.'));
  await expectVerdict(page, 'malformed', 'segment-count');
  const [header, , ...rest] = parts;
  await pasteInto(page, 'Encoded token', [header, '', ...rest].join('.'));
  await expectVerdict(page, 'malformed', 'encrypted-key-wrong');
  await expect(verdictBar(page)).toContainText('The encrypted key is empty, but RSA-OAEP-256 needs one.');
});

test('what is unusual about a content that was opened all the same is said beneath its layer', async ({ page }) => {
  const rows = [
    ['jwe', 'rsa1_5-a128gcm', 'RSA1_5 is open to attacks on its padding'],
    ['jwe-by-hand', 'dir-xc20p', 'comes from a draft'],
    ['jwe-by-hand', 'gcm-iv-of-16-bytes', 'The initialization vector has 16 bytes'],
    ['jwe-by-hand', 'epk-as-string', '“epk” is written as text'],
    ['jwe-by-hand', 'zip-zlib-wrapped', 'compressed with a zlib header'],
    ['jwe-by-hand', 'zip-not-compressed', 'The header says that the content is compressed, but it is not.'],
  ] as const;
  await openPage(page);
  for (const [file, id, words] of rows) {
    const { text, keyText } = vectorRow(file, id);
    await pasteInto(page, 'Encoded token', text);
    await pasteInto(page, 'Key', keyText);
    await expectVerdict(page, 'decrypted', 'decrypted');
    await expect(page.getByRole('list', { name: 'Layers, outermost first' })).toContainText(words);
  }
});

test('of several recipients each has its verdict, and one that opens is enough', async ({ page }) => {
  const { text, keyText, expect: expected } = vectorRow('jwe', 'general-p-384');
  await openPage(page);
  await pasteInto(page, 'Encoded token', text);
  await expectVerdict(page, 'unchecked', 'key-missing');
  await pasteInto(page, 'Key', keyText);
  await expectVerdict(page, 'decrypted', 'decrypted');
  expect(await copied(page, 'Copy payload')).toBe(laidOut(expected.payloadText ?? ''));
  const recipients = pane(page, 'Encoded token').getByRole('list', { name: 'Recipients' }).getByRole('listitem');
  const words = await recipients.allInnerTexts();
  expect(words.filter((one) => one.includes('Decrypted'))).toHaveLength(1);
  expect(words.length).toBeGreaterThan(1);
  await expectLayers(page, ['Encrypted JWT (JWE)', 'Claims']);
});

test('of several signatures each has its verdict, and one that fails is not hidden by one that holds', async ({
  page,
}) => {
  const chips = (words: readonly string[]) =>
    expect(pane(page, 'Encoded token').getByRole('list', { name: 'Signatures' }).getByRole('listitem')).toContainText([
      ...words,
    ]);
  await openPage(page);
  const both = vectorRow('jws-json', 'general-both');
  await pasteInto(page, 'Encoded token', both.text);
  await expectVerdict(page, 'unchecked', 'key-missing');
  await chips(['Not checked', 'Not checked']);
  await pasteInto(page, 'Key', both.keyText);
  await expectVerdict(page, 'verified', 'signature-match');
  await chips(['Verified', 'Verified']);
  await expectLayers(page, ['Signed JWT (JWS)', 'Claims']);
  expect(await copied(page, 'Copy payload')).toBe(laidOut(CLAIMS_OF_VECTORS));

  const bad = vectorRow('jws-json', 'general-first-bad');
  await pasteInto(page, 'Encoded token', bad.text);
  await pasteInto(page, 'Key', bad.keyText);
  await expectVerdict(page, 'failed', 'some-signatures-failed');
  await expect(verdictBar(page)).toContainText('1 of 2 signatures does not match, although 1 does.');
  await chips(['Failed', 'Verified']);

  const clash = vectorRow('jws-json', 'header-clash');
  await pasteInto(page, 'Encoded token', clash.text);
  await expectVerdict(page, 'malformed', 'header-clash');
  await expect(verdictBar(page)).toContainText('“kid” stands in two headers');
});

const CLAIMS_OF_VECTORS = '{"iss":"https://issuer.example","sub":"rider-48213"}';

test('a nested token is opened layer by layer, and each layer asks for its own key', async ({ page }) => {
  const rsa = rsaPair();
  const ec = ecPair();
  const inside = jws(CLAIMS, ec, { typ: 'JWT' });
  const token = jwe({ alg: 'RSA-OAEP', enc: 'A128CBC-HS256', cty: 'JWT' }, rsa.publicKey, inside);
  await openPage(page);
  await pasteInto(page, 'Encoded token', token);
  await expectVerdict(page, 'unchecked', 'key-missing');
  await expectLayers(page, ['Encrypted JWT (JWE)', 'Content']);

  await pasteInto(page, 'Key', rsa.text);
  await expectVerdict(page, 'unchecked', 'key-missing');
  await expectLayers(page, ['Encrypted JWT (JWE)', 'Signed JWT (JWS)', 'Claims']);
  await expect(verdictBar(page)).toContainText('Your key opened this token and its content arrived unchanged.');
  await expectCell(page, 'Signature of layer 2', 'Not checked');
  expect(await copied(page, 'Copy payload')).toBe(inside);

  await page.getByRole('button', { name: 'Add the signer’s public key' }).click();
  await expect(page.getByRole('region', { name: 'Verify layer 2 with', exact: true })).toBeVisible();
  await pasteInto(page, 'Key', ec.publicText);
  await expectVerdict(page, 'verified', 'signature-match');
  await expectCell(page, 'Signature of layer 2', 'Verified');
  expect(await copied(page, 'Copy payload')).toBe(CLAIMS_LAID_OUT);

  // another signer: the whole is what its worst layer is
  await pasteInto(page, 'Key', ecPair().publicText);
  await expectVerdict(page, 'failed', 'signature-mismatch');
  await expectCell(page, 'Signature of layer 2', 'Failed');
  await expect(page.getByRole('list', { name: 'Layers, outermost first' })).toContainText('Decrypted');
});

test('a set in the outer key box opens every layer, and three layers are listed as three', async ({ page }) => {
  const { text, keyText } = vectorRow('nested', 'three-deep');
  await openPage(page);
  await pasteInto(page, 'Encoded token', text);
  await pasteInto(page, 'Key', keyText);
  await expectVerdict(page, 'verified', 'signature-match');
  await expectLayers(page, ['Signed JWT (JWS)', 'Encrypted JWT (JWE)', 'Signed JWT (JWS)', 'Claims']);

  const deep = vectorRow('nested', 'nine-deep');
  await pasteInto(page, 'Encoded token', deep.text);
  await pasteInto(page, 'Key', deep.keyText);
  await expectVerdict(page, 'unsupported', 'too-many-layers');
  await expect(verdictBar(page)).toContainText('more than 8 deep');
});

test('an SD-JWT is read without a key, verified with the issuer’s, and shows what it discloses', async ({ page }) => {
  await openPage(page);
  const { text, keyText } = vectorRow('sd-jwt', 'nested-disclosed');
  await pasteWithoutKey(page, text);
  await expectVerdict(page, 'unchecked', 'key-missing');
  await openTab(page, 'Disclosures');
  const claims = page.getByRole('region', { name: 'Claims with their disclosures', exact: true });
  await expect(claims).toContainText('street_address');
  await expect(claims).toContainText('1 Harbour Road');
  await expect(claims).toContainText('hidden or decoy: only the issuer can tell');
  await pasteInto(page, 'Key', keyText);
  await expectVerdict(page, 'verified', 'signature-match');
  await expect(verdictBar(page)).toContainText('The signature matches your key');
  await openTab(page, 'Layers');
  await expectLayers(page, ['Signed JWT with disclosures (SD-JWT)', 'Claims']);

  const bound = vectorRow('sd-jwt', 'sha3-256-bound');
  await pasteInto(page, 'Encoded token', bound.text);
  await pasteInto(page, 'Key', bound.keyText);
  await expectVerdict(page, 'verified', 'signature-match');
  await openTab(page, 'Disclosures');
  await expect(page.getByRole('tabpanel')).toContainText('Signed by the holder');
  await expect(page.getByRole('tabpanel')).toContainText('that of these disclosures');

  const json = vectorRow('sd-jwt', 'json-flattened-bound');
  await pasteInto(page, 'Encoded token', json.text);
  await expectVerdict(page, 'verified', 'signature-match');
  await expect(claims).toContainText('given_name');
});
