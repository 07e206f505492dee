/** No verdict is ever shown beside a token that it was not computed for. */
import { generateKeyPairSync } from 'node:crypto';
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
  seenVerdicts,
  test,
  verdictBar,
  watchVerdict,
} from './fixtures.ts';
import { acceptedBy } from './independent.ts';
import { hs256, rs256, SECRET } from './tokens.ts';

interface Gate {
  /** answers of the worker that come now are kept back */
  closed: boolean;
  readonly kept: (() => void)[];
}

declare global {
  var answerGate: Gate;
}

/** Puts a gate between the worker and the page. */
async function gateAnswers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const gate: Gate = { closed: false, kept: [] };
    globalThis.answerGate = gate;
    const listen = Worker.prototype.addEventListener;
    Worker.prototype.addEventListener = function gated(
      this: Worker,
      type: string,
      heard: EventListenerOrEventListenerObject,
    ) {
      listen.call(this, type, (event: Event) => {
        const tell = () => (typeof heard === 'function' ? heard.call(this, event) : heard.handleEvent(event));
        // how far the work is, and what a token means, may be told before it or after, or not at all
        const isAnswer = event instanceof MessageEvent && !['progress', 'mean'].includes(event.data.call);
        if (type === 'message' && gate.closed && isAnswer) gate.kept.push(tell);
        else tell();
      });
    };
  });
}

test('the answer for an older token never appears, though it comes after the newer one', async ({ page }) => {
  await gateAnswers(page);
  await openPage(page);
  await pasteBoth(page, hs256('{"sub":"first"}'), SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  await watchVerdict(page);

  await page.evaluate(() => {
    globalThis.answerGate.closed = true;
  });
  await pasteInto(page, 'Encoded token', hs256('{"sub":"second"}'));
  await expect.poll(() => page.evaluate(() => globalThis.answerGate.kept.length)).toBe(1);
  await page.evaluate(() => {
    globalThis.answerGate.closed = false;
  });
  await pasteInto(page, 'Encoded token', hs256('{"sub":"third"}', 'signed with another secret altogether'));
  await expectVerdict(page, 'failed', 'signature-mismatch');

  await page.evaluate(async () => {
    for (const tell of globalThis.answerGate.kept) tell();
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  });
  expect(await seenVerdicts(page)).toEqual(['unchecked checking true', 'failed signature-mismatch false']);
});

test('while an answer is awaited the old verdict is gone, and after 200 ms it is said what is awaited', async ({
  page,
}) => {
  await gateAnswers(page);
  await openPage(page);
  await pasteBoth(page, hs256('{"sub":"first"}'), SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  await watchVerdict(page);
  await page.evaluate(() => {
    globalThis.answerGate.closed = true;
  });
  await pasteInto(page, 'Key', 'another secret, for which the answer is awaited');
  await expect(verdictBar(page)).toContainText('Checking the signature…');
  await page.evaluate(() => {
    globalThis.answerGate.closed = false;
    for (const tell of globalThis.answerGate.kept) tell();
  });
  await expectVerdict(page, 'failed', 'signature-mismatch');
  expect(await seenVerdicts(page)).toEqual(['unchecked checking true', 'failed signature-mismatch false']);
});

test('a token that needs no key is judged at once, whatever the worker is busy with', async ({ page }) => {
  await gateAnswers(page);
  await openPage(page);
  await page.evaluate(() => {
    globalThis.answerGate.closed = true;
  });
  await pasteBoth(page, hs256('{"sub":"first"}'), SECRET);
  await expect(verdictBar(page)).toHaveAttribute('aria-busy', 'true');
  await pasteInto(page, 'Encoded token', 'eyJhbGciOiJub25lIn0.e30.');
  await expectVerdict(page, 'unsecured', 'alg-none');
  await page.evaluate(() => {
    for (const tell of globalThis.answerGate.kept) tell();
  });
  await expectVerdict(page, 'unsecured', 'alg-none');
});

test('typing faster than the key can sign shows no verdict of a token in between', async ({ page }) => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 4096 });
  await openPage(page);
  await pasteBoth(
    page,
    rs256('{"sub":"fast"}', privateKey),
    privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  await expectVerdict(page, 'verified', 'signature-match');
  await watchVerdict(page);
  await caretInObject(page, 'Payload');
  await page.keyboard.type('"typed":"one letter after the other",');
  await expectVerdict(page, 'signed', 'signed-here');
  // an answer for each letter may come before the next one is typed; what never comes is a no
  const states = new Set(await seenVerdicts(page));
  states.delete('verified signature-match false');
  expect([...states].sort()).toEqual(['signed signed-here false', 'unchecked checking true']);
  const token = await copied(page, 'Copy token');
  const jwk = publicKey.export({ format: 'jwk' });
  expect(await acceptedBy(page, token, 'RS256', jwk)).toEqual(['node:crypto', 'jsonwebtoken']);
  await expect(editor(page, 'Key')).toHaveValue(/BEGIN PRIVATE KEY/);
});
