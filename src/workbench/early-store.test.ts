import { beforeEach, describe, expect, it } from 'vitest';
import { OBJECT_FILES, ownObjectCases, ownTokenCases } from '../engine/testing/own-vectors.ts';
import { createEarlyStore, type EarlyActs, type EarlyStore } from './early-store.ts';
import { isUnread, type Reader } from './early-view.ts';
import { EVERY_FORM } from './every-form.ts';
import { type HandClient, handClient } from './testing/hand-client.ts';
import { jweOf } from './testing/layers.ts';
import { HS256_HEADER, tokenOf } from './testing/tokens.ts';
import { createWorkbench, type Workbench } from './workbench.ts';

const JWS = tokenOf('{"sub":"a"}');
const JWE = jweOf('content');
const NESTED = tokenOf(JSON.stringify(JWS), '{"alg":"HS256","cty":"JWT"}');
const PROOF = tokenOf('{}', '{"alg":"ES256","typ":"dpop+jwt","jwk":{"kty":"EC","crv":"P-256","x":"eA","y":"eQ"}}');
const PEM = '-----BEGIN PUBLIC KEY-----\nAA==\n-----END PUBLIC KEY-----';
const CARET = { start: 3, end: 3 };

/** A part of the page whose coming the test decides. */
interface Part<T> {
  readonly asked: number;
  load(): Promise<T>;
  come(value: T): Promise<void>;
  fail(): Promise<void>;
}

function part<T>(): Part<T> {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: Error) => void = () => undefined;
  const promise = new Promise<T>((come, fail) => {
    resolve = come;
    reject = fail;
  });
  let asked = 0;
  return {
    get asked() {
      return asked;
    },
    load() {
      asked++;
      return promise;
    },
    come: (value) => settled(() => resolve(value)),
    fail: () => settled(() => reject(new Error('not loaded'))),
  };
}

async function settled(act: () => void): Promise<void> {
  act();
  await new Promise((done) => setTimeout(done));
}

let now: number;
let reader: Part<Reader>;
let bench: Part<Workbench>;
let client: HandClient;
let early: EarlyStore;
let told: number;

function fresh(): void {
  now = 0;
  told = 0;
  reader = part();
  bench = part();
  client = handClient();
  early = createEarlyStore({ loadReader: reader.load, loadWorkbench: bench.load, now: () => now });
  early.subscribe(() => told++);
}

beforeEach(fresh);

const newWorkbench = () => createWorkbench({ client, now: () => now });
const asked = () => [reader.asked, bench.asked];
const shown = () => [early.view().verdict.state, early.view().verdict.code, early.view().verdict.busy];

describe('what is seen before the workbench has come', () => {
  const TEXTS = [...ownTokenCases(), ...OBJECT_FILES.flatMap(ownObjectCases)].map(({ input }) => input.text);
  const small = TEXTS.filter((text) => text.length < 2_000);

  it.each<[rule: string, key: string]>([
    ['without a key', ''],
    ['with a key', 'secret'],
  ])('is what the workbench says of every form, %s', async (_, key) => {
    expect(small.length).toBeGreaterThan(200);
    await reader.come(EVERY_FORM);
    early.acts.pasteOutside(JWE);
    await settled(() => undefined);
    const workbench = newWorkbench();
    for (const { actions } of [{ actions: early.acts }, workbench]) actions.setKey(key);
    for (const text of small) {
      for (const { actions } of [{ actions: early.acts }, workbench]) actions.pasteOutside(text);
      const { opened, verdict, edited, header, payload } = workbench.view();
      const texts = { header: { text: header.text }, payload: { text: payload.text } };
      expect(early.view()).toEqual({ text: workbench.view().text, opened, verdict, edited, ...texts });
    }
  });

  it.each<[rule: string, act: (acts: EarlyActs) => unknown, verdict: readonly unknown[], asked: readonly number[]]>([
    ['nothing', () => undefined, ['empty', 'nothing-pasted', false], [0, 0]],
    ['a compact JWS', (acts) => acts.pasteToken(JWS), ['unchecked', 'key-missing', false], [0, 0]],
    [
      'a text without a token',
      (acts) => acts.editToken('hello', CARET),
      ['malformed', 'no-token-found', false],
      [0, 0],
    ],
    ['a token of another form', (acts) => acts.pasteToken(JWE), ['unchecked', 'checking', true], [1, 0]],
    ['a token in a token', (acts) => acts.pasteToken(NESTED), ['unchecked', 'checking', true], [0, 1]],
    ['a token that brings its key', (acts) => acts.pasteToken(PROOF), ['unchecked', 'checking', true], [0, 1]],
    ['a key alone', (acts) => acts.setKey('k'), ['empty', 'nothing-pasted', false], [0, 1]],
    ['a key as it was pasted', (acts) => acts.pasteOutside(PEM), ['empty', 'nothing-pasted', false], [0, 1]],
    ['a blank key', (acts) => acts.setKey(' '), ['empty', 'nothing-pasted', false], [0, 0]],
  ])('asks for what %s needs, once', (_, act, verdict, parts) => {
    act(early.acts);
    act(early.acts);
    expect([shown(), asked()]).toEqual([verdict, parts]);
  });

  it('is checking at once with a key, until the engine answers', async () => {
    early.acts.setKey('secret');
    early.acts.pasteToken(JWS, 'address');
    expect([shown(), asked()]).toEqual([
      ['unchecked', 'checking', true],
      [0, 1],
    ]);
    await bench.come(newWorkbench());
    expect([shown(), client.asked.map(({ question }) => question.call)]).toEqual([
      ['unchecked', 'checking', true],
      // of the key alone, and then of the token
      ['check', 'check'],
    ]);
    await client.last().fail();
    expect(shown()).toEqual(['unchecked', 'engine-missing', false]);
  });

  it('is read when the reader of its form has come, and is what has been typed since', async () => {
    early.acts.pasteToken(JWE);
    expect([early.view().text, early.view().header.text, isUnread(early.view().opened)]).toEqual([JWE, '', true]);
    early.acts.editToken(`${JWE}A`, CARET);
    const before = told;
    await reader.come(EVERY_FORM);
    expect([early.view().text, isUnread(early.view().opened), told - before]).toEqual([`${JWE}A`, false, 1]);
    expect(early.view().header.text).toContain('"kid": "outer"');
  });

  it('is said not to have been checked where a part does not come', async () => {
    early.acts.pasteToken(JWE);
    await reader.fail();
    expect(shown()).toEqual(['unchecked', 'engine-missing', false]);
    early.acts.setKey('k');
    await bench.fail();
    early.acts.pasteToken(JWS);
    expect(shown()).toEqual(['unchecked', 'engine-missing', false]);
    early.acts.setKey('');
    expect(shown()).toEqual(['unchecked', 'key-missing', false]);
    await expect(early.workbench()).rejects.toThrow('not loaded');
    expect(asked()).toEqual([1, 1]);
  });
});

describe('what was done before the workbench has come', () => {
  const ACTS: readonly [at: number, (acts: EarlyActs) => unknown][] = [
    [0, (acts) => acts.editToken('e', CARET)],
    [100, (acts) => acts.editToken('ey', CARET)],
    [1000, (acts) => acts.editToken('eyJ', CARET)],
    [1100, (acts) => acts.pasteToken(`Bearer ${JWS}`)],
    [1200, (acts) => acts.pasteToken('no token')],
    [1300, (acts) => acts.setKey('secret')],
    [1400, (acts) => acts.editToken(`${JWS}A`, CARET)],
    [1500, (acts) => acts.pasteOutside(PEM)],
    [1600, (acts) => acts.pasteOutside(tokenOf('{"sub":"b"}', HS256_HEADER, 'b3RoZXI'))],
  ];

  /** Texts of the history, newest first. */
  function stepsOf({ actions, view }: Workbench): readonly string[] {
    const steps = [view().text];
    while (view().canUndo) {
      actions.undo();
      steps.push(view().text);
    }
    return steps;
  }

  it.each(ACTS.map((_, index) => [index]))('is what the workbench begins with, told after act %i', async (last) => {
    const inStep = newWorkbench();
    for (const [index, [at, act]] of ACTS.entries()) {
      now = at;
      const answer = act(early.acts);
      expect(answer).toEqual(act(inStep.actions));
      if (index === last) await bench.come(newWorkbench());
      if (index === last) await early.workbench();
    }
    const late = await early.workbench();
    const { timing: _late, ...view } = late.view();
    const { timing: _inStep, ...expected } = inStep.view();
    expect(view).toEqual(expected);
    expect(early.view()).toBe(late.view());
    expect(stepsOf(late)).toEqual(stepsOf(inStep));
  });

  it('is not told where it was wiped', async () => {
    early.acts.setKey('secret');
    early.acts.pasteToken(JWS);
    early.acts.wipe();
    expect([early.view().text, ...shown()]).toEqual(['', 'empty', 'nothing-pasted', false]);
    await bench.come(newWorkbench());
    const { text, key, canUndo } = (await early.workbench()).view();
    expect([text, key.text, canUndo]).toEqual(['', '', false]);
  });

  it('goes on in the same workbench, whose changes are told', async () => {
    await bench.come(newWorkbench());
    const workbench = await early.workbench();
    expect(await early.workbench()).toBe(workbench);
    const before = told;
    early.acts.pasteToken(JWS);
    expect([workbench.view().text, told - before]).toEqual([JWS, 1]);
    early.acts.wipe();
    expect(workbench.view().text).toBe('');
  });
});
