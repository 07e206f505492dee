import { beforeEach, describe, expect, it } from 'vitest';
import { recordStep, undoStep } from './history.ts';
import { EMPTY_STATE } from './state.ts';
import { handClient } from './testing/hand-client.ts';
import { tokenOf } from './testing/tokens.ts';
import { createWorkbench, type Workbench } from './workbench.ts';

const A = tokenOf('{"sub":"a"}');
let bench: Workbench;
let now: number;

beforeEach(() => {
  now = 0;
  bench = createWorkbench({ client: handClient(), now: () => now });
});

const at = (offset: number) => ({ start: offset, end: offset });
const payload = (text: string) => bench.actions.editPane('payload', text, at(text.length));

describe('the history', () => {
  it('undoes the last step in every pane, whatever pane made it', () => {
    bench.actions.pasteToken(A);
    payload('{"sub":"b"}');
    now += 1000;
    bench.actions.editPane('header', '{"alg":"HS384"}', at(3));
    now += 1000;
    bench.actions.editToken(`${bench.view().text}x`, at(1));
    const texts = [bench.view().text];
    while (bench.view().canUndo) {
      bench.actions.undo();
      texts.push(bench.view().text);
    }
    expect(texts).toEqual([
      `${tokenOf('{"sub":"b"}', '{"alg":"HS384"}')}x`,
      tokenOf('{"sub":"b"}', '{"alg":"HS384"}'),
      tokenOf('{"sub":"b"}'),
      A,
      '',
    ]);
    for (const text of texts.slice(0, -1).reverse()) {
      bench.actions.redo();
      expect(bench.view().text).toBe(text);
    }
    expect(bench.view().canRedo).toBe(false);
  });

  it('takes typing that pauses for less than 500 ms for one step', () => {
    bench.actions.pasteToken(A);
    for (const text of ['{"sub":"ab"}', '{"sub":"abc"}', '{"sub":"abcd"}']) {
      now += 499;
      payload(text);
    }
    now += 500;
    payload('{"sub":"abcde"}');
    bench.actions.undo();
    expect(bench.view().text).toBe(tokenOf('{"sub":"abcd"}'));
    bench.actions.undo();
    expect(bench.view().text).toBe(A);
  });

  it('begins another step in another pane, and after a paste', () => {
    bench.actions.pasteToken(A);
    bench.actions.editToken(`${A}x`, at(1));
    payload('{"sub":"b"}');
    bench.actions.undo();
    expect(bench.view().text).toBe(`${A}x`);
    bench.actions.undo();
    expect(bench.view().text).toBe(A);
  });

  it('does not go on typing in a step that was come back to', () => {
    bench.actions.pasteToken(A);
    payload('{"sub":"b"}');
    bench.actions.undo();
    payload('{"sub":"c"}');
    bench.actions.undo();
    expect(bench.view().text).toBe(A);
  });

  it('forgets what was undone when something else is typed', () => {
    bench.actions.pasteToken(A);
    payload('{"sub":"b"}');
    bench.actions.undo();
    payload('{"sub":"c"}');
    expect(bench.view().canRedo).toBe(false);
  });

  it('puts the caret where the step had changed its pane, and back on redo', () => {
    bench.actions.pasteToken(A);
    bench.actions.editPane('payload', '{\n  "sub": "abc"\n}', at(14));
    bench.actions.undo();
    expect(bench.view().caret).toEqual({ pane: 'payload', start: 13, end: 13, revision: 1 });
    bench.actions.redo();
    expect(bench.view().caret).toEqual({ pane: 'payload', start: 14, end: 14, revision: 2 });
  });

  it('has nothing to do with the key box', () => {
    bench.actions.pasteToken(A);
    bench.actions.setKey('secret');
    bench.actions.undo();
    expect([bench.view().text, bench.view().key.text]).toEqual(['', 'secret']);
  });

  it('brings back the arrival that its token was compared with', () => {
    bench.actions.pasteToken(A);
    payload('{"sub":"b"}');
    bench.actions.pasteToken(tokenOf('{"sub":"c"}'));
    expect(bench.view().edited.payload).toBe(false);
    bench.actions.undo();
    expect(bench.view().edited).toEqual({ header: false, payload: true, signature: false });
  });

  it('goes back to the token as it came in, as one step', () => {
    bench.actions.pasteToken(A);
    payload('{"sub":"b"}');
    bench.actions.undoEdit();
    expect([bench.view().text, bench.view().edited.payload]).toEqual([A, false]);
    bench.actions.undo();
    expect(bench.view().text).toBe(tokenOf('{"sub":"b"}'));
  });

  it('keeps at most 500 steps, and 32 million characters', () => {
    const step = (text: string) => {
      const { present } = EMPTY_STATE.history;
      return { ...present, document: { ...present.document, text } };
    };
    let history = EMPTY_STATE.history;
    for (let i = 0; i < 600; i++) history = recordStep(history, step(String(i)));
    expect([history.past.length, history.past.at(-1)?.document.text]).toEqual([500, '598']);
    const large = 'x'.repeat(10_000_000);
    for (let i = 0; i < 10; i++) history = recordStep(history, step(`${large}${i}`));
    expect(history.past.length).toBe(3);
    expect(undoStep(history)?.present.document.text.at(-1)).toBe('8');
  });
});
