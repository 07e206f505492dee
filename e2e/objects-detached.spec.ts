/** Content that the token leaves out or does not encode (RFC 7515 appendix F, RFC 7797), and the rules of crit. */
import { copied, expect, expectVerdict, openPage, pane, pasteInto, test, verdictBar } from './fixtures.ts';
import { CLAIMS, ecPair, jws } from './objects.ts';
import { hs256, SECRET } from './tokens.ts';
import { type PastedRow, vectorRow } from './vector-rows.ts';

interface Content {
  readonly row: PastedRow;
  readonly state: string;
  readonly code: string;
}

test('content that the token leaves out is asked for, and given as text', async ({ page }) => {
  const field = page.getByRole('textbox', { name: 'Detached content', exact: true });
  const rows: readonly Content[] = [
    { row: vectorRow('detached', 'detached-rs256'), state: 'verified', code: 'signature-match' },
    { row: vectorRow('detached', 'detached-other-content'), state: 'failed', code: 'signature-mismatch' },
    { row: vectorRow('detached', 'b64-false-es256'), state: 'verified', code: 'signature-match' },
    { row: vectorRow('detached', 'b64-false-signed-encoded'), state: 'failed', code: 'signature-mismatch' },
    { row: vectorRow('detached', 'json-flattened'), state: 'verified', code: 'signature-match' },
  ];
  await openPage(page);
  for (const { row, state, code } of rows) {
    await test.step(row.id, async () => {
      await pasteInto(page, 'Encoded token', row.text);
      await pasteInto(page, 'Key', row.keyText);
      await expectVerdict(page, 'unchecked', 'payload-detached');
      await expect(verdictBar(page)).toContainText('The content that was signed is needed to check it.');
      await field.fill(row.detachedPayload ?? '');
      await expectVerdict(page, state, code);
      await field.fill('');
      await expectVerdict(page, 'unchecked', 'payload-detached');
    });
  }
});

test('detached content is taken from a file, byte for byte', async ({ page }) => {
  const signer = ecPair();
  const bytes = Buffer.from('00ff80fe0d0a', 'hex');
  const [header, , signature] = jws(bytes, signer).split('.');
  await openPage(page);
  await pasteInto(page, 'Encoded token', `${header}..${signature}`);
  await pasteInto(page, 'Key', signer.publicText);
  await expectVerdict(page, 'unchecked', 'payload-detached');
  const choosing = page.waitForEvent('filechooser');
  await pane(page, 'Payload').getByRole('button', { name: 'Open file' }).click();
  await (await choosing).setFiles({ name: 'content.bin', mimeType: 'application/octet-stream', buffer: bytes });
  await expectVerdict(page, 'verified', 'signature-match');
  await expect(pane(page, 'Payload')).toContainText('content.bin · 6 bytes');
});

test('b64 false needs crit, and an unknown critical parameter stops the check before any key', async ({ page }) => {
  await openPage(page);
  const missing = vectorRow('detached', 'b64-not-critical');
  await pasteInto(page, 'Encoded token', missing.text);
  await pasteInto(page, 'Key', missing.keyText);
  await expectVerdict(page, 'malformed', 'b64-not-critical');
  const attached = vectorRow('detached', 'b64-false-attached');
  await pasteInto(page, 'Encoded token', attached.text);
  await expectVerdict(page, 'verified', 'signature-match');
  expect(await copied(page, 'Copy payload')).toBe('plain_text-as-it-is');
  await pasteInto(page, 'Encoded token', hs256(CLAIMS, SECRET, '{"alg":"HS256","crit":["exp2"],"exp2":1}'));
  await pasteInto(page, 'Key', SECRET);
  await expectVerdict(page, 'unsupported', 'crit-unknown');
});
