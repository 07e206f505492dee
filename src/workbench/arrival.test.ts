import { beforeEach, describe, expect, it } from 'vitest';
import { handClient } from './testing/hand-client.ts';
import { HS256_HEADER, segmentOf, tokenOf } from './testing/tokens.ts';
import { createWorkbench, type Workbench } from './workbench.ts';

const A = tokenOf('{"sub":"a"}');
const B = tokenOf('{"sub":"b"}', HS256_HEADER, 'b3RoZXI');
const CARET = { start: 0, end: 0 };
let bench: Workbench;

beforeEach(() => {
  bench = createWorkbench({ client: handClient(), now: () => 0 });
});

const chip = () => [bench.view().removedChip, bench.view().textAroundRemoved];

describe('a paste', () => {
  it.each<[rule: string, pasted: string, removed: readonly string[], around: boolean]>([
    ['of the token alone needs no chip', A, [], false],
    ['with a line break at the end needs none either', `${A}\n`, [], false],
    ['from a header line says that text was left out', `Authorization: Bearer ${A}`, [], true],
    ['with line breaks says that they were removed', `${A.slice(0, 20)}\n${A.slice(20)}`, ['line-breaks'], false],
    ['in quotation marks says so too', `"${A}"`, [], true],
  ])('%s', (_rule, pasted, removed, around) => {
    expect(bench.actions.pasteToken(pasted)).toBe(true);
    expect(bench.view().text).toBe(A);
    expect(chip()).toEqual([removed, around]);
    expect(bench.view().arrival).toEqual({ text: A, raw: pasted, removed, from: 'paste' });
  });

  it('can be shown as it was, and is not taken for an edit then', () => {
    const pasted = `${A.slice(0, 20)}\n${A.slice(20)}`;
    bench.actions.pasteToken(pasted);
    bench.actions.showAsPasted();
    expect([bench.view().text, ...chip()]).toEqual([pasted, [], false]);
    expect(bench.view().edited).toEqual({ header: false, payload: false, signature: false });
    bench.actions.undo();
    expect(bench.view().text).toBe(A);
  });

  it('replaces the whole text as one step', () => {
    bench.actions.pasteToken(A);
    bench.actions.pasteToken(B);
    expect(bench.view().text).toBe(B);
    bench.actions.undo();
    expect(bench.view().text).toBe(A);
  });

  it('with several tokens stays as it is', () => {
    bench.actions.pasteToken(`${A}\n${B}`);
    expect([bench.view().text, bench.view().opened.found.length, ...chip()]).toEqual([`${A}\n${B}`, 2, [], false]);
  });

  it('without a token is left to the editor', () => {
    bench.actions.pasteToken(A);
    expect(bench.actions.pasteToken('hello world')).toBe(false);
    expect(bench.view().text).toBe(A);
  });

  it('of one part into a token is left to the editor', () => {
    bench.actions.pasteToken(A);
    expect(bench.actions.pasteToken(segmentOf(HS256_HEADER))).toBe(false);
    expect(bench.view().text).toBe(A);
  });

  it('loses its chip with the next edit', () => {
    bench.actions.pasteToken(`"${A}"`);
    bench.actions.editPane('payload', '{"sub":"b"}', CARET);
    expect(chip()).toEqual([[], false]);
  });
});

describe('a paste outside of every field', () => {
  it.each<[pasted: string, goesTo: 'token' | 'key']>([
    [A, 'token'],
    ['-----BEGIN PUBLIC KEY-----\nMFkw', 'key'],
    ['  {"kty":"oct","k":"AA"}', 'key'],
    ['{\n  "keys": []\n}', 'key'],
    ['[{"kty":"oct"}]', 'key'],
    ['ssh-ed25519 AAAA', 'key'],
    ['ecdsa-sha2-nistp256 AAAA', 'key'],
    ['hello world', 'token'],
    [`{"payload":"e30","signatures":[]}`, 'token'],
  ])('%j goes to the %s', (pasted, goesTo) => {
    expect(bench.actions.pasteOutside(pasted)).toBe(goesTo);
    expect(goesTo === 'key' ? bench.view().key.text : bench.view().text).toBe(pasted);
  });
});

describe('what counts as an edit', () => {
  const edited = () => {
    const { header, payload, signature } = bench.view().edited;
    return [header, payload, signature];
  };

  it('is counted from the paste, part by part', () => {
    bench.actions.pasteToken(A);
    expect(edited()).toEqual([false, false, false]);
    bench.actions.editToken(`${A}AAAA`, CARET);
    expect(edited()).toEqual([false, false, true]);
    bench.actions.editPane('payload', '{"sub":"c"}', CARET);
    expect(edited()).toEqual([false, true, true]);
  });

  it('does not begin while a token is being typed', () => {
    for (const length of [1, 10, 40, A.length]) bench.actions.editToken(A.slice(0, length), CARET);
    expect(edited()).toEqual([false, false, false]);
    expect(bench.view().arrival?.from).toBe('typed');
    bench.actions.editPane('payload', '{"sub":"c"}', CARET);
    expect(edited()).toEqual([false, true, false]);
  });

  it('begins anew where a whole token is typed over another', () => {
    bench.actions.pasteToken(A);
    bench.actions.editToken(B, CARET);
    expect([bench.view().arrival?.text, ...edited()]).toEqual([B, false, false, false]);
  });

  it('is nothing where the text was emptied', () => {
    bench.actions.pasteToken(A);
    bench.actions.editToken('', CARET);
    expect([bench.view().arrival, ...edited()]).toEqual([undefined, false, false, false]);
  });
});
