import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeBase64url } from '../engine/token/base64url.ts';
import { readCompact } from '../engine/token/compact.ts';
import { checked, type HandClient, handClient, VERIFIED } from './testing/hand-client.ts';
import { answerOf, encrypted, jweOf, signed } from './testing/layers.ts';
import { HS256_HEADER, tokenOf } from './testing/tokens.ts';
import type { Caret, ClaimChange } from './types.ts';
import { createWorkbench, type Workbench } from './workbench.ts';

const CARET: Caret = { start: 0, end: 0 };

let client: HandClient;
let bench: Workbench;

beforeEach(() => {
  vi.useFakeTimers();
  client = handClient();
  bench = createWorkbench({ client, now: () => 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

const payloadOf = (token: string) => new TextDecoder().decode(readCompact(token).segments[1]?.bytes);
const payload = () => payloadOf(bench.view().text);

describe('setting claims', () => {
  it.each<[rule: string, before: string, changes: readonly ClaimChange[], after: string]>([
    [
      'keeps every literal, escape and place',
      '{"n":1.0,"exp":1e3,"b":9007199254740993,"s":"\\u00e9"}',
      [{ name: 'exp', value: 2000 }],
      '{"n":1.0,"exp":2000,"b":9007199254740993,"s":"\\u00e9"}',
    ],
    ['adds what is not there at the end', '{"sub":"a"}', [{ name: 'exp', value: 5 }], '{"sub":"a","exp":5}'],
    ['writes seconds where a text stood', '{"exp":"soon"}', [{ name: 'exp', value: 5.5 }], '{"exp":5.5}'],
    ['removes', '{"exp":1,"sub":"a"}', [{ name: 'exp', value: undefined }], '{"sub":"a"}'],
    [
      'removes every one of a name, so that none takes the place of the last',
      '{"exp":1,"sub":"a","\\u0065xp":2}',
      [{ name: 'exp', value: undefined }],
      '{"sub":"a"}',
    ],
    [
      'makes several changes at once',
      '{"iat":1,"exp":2}',
      [
        { name: 'iat', value: 11 },
        { name: 'exp', value: 12 },
        { name: 'nbf', value: undefined },
      ],
      '{"iat":11,"exp":12}',
    ],
    ['changes nothing in a list', '["exp"]', [{ name: 'exp', value: 1 }], '["exp"]'],
  ])('%s', (_, before, changes, after) => {
    bench.actions.pasteToken(tokenOf(before));
    bench.actions.setClaims(changes);
    expect(payload()).toBe(after);
  });

  it('is one step of the history, also right after typing', () => {
    bench.actions.pasteToken(tokenOf('{"a":1}'));
    bench.actions.editPane('payload', '{"a":12}', CARET);
    bench.actions.setClaims([{ name: 'exp', value: 5 }]);
    bench.actions.setClaims([{ name: 'exp', value: 6 }]);
    expect(payload()).toBe('{"a":12,"exp":6}');
    bench.actions.undo();
    expect(payload()).toBe('{"a":12,"exp":5}');
    bench.actions.undo();
    expect(payload()).toBe('{"a":12}');
  });

  it('signs again as any edit does', async () => {
    bench.actions.setKey('secret');
    bench.actions.pasteToken(tokenOf('{"a":1}'));
    await client.last().answer(checked(VERIFIED, true));
    bench.actions.setClaims([{ name: 'exp', value: 5 }]);
    expect(client.last().question).toMatchObject({ call: 'sign', input: { text: tokenOf('{"a":1,"exp":5}') } });
  });

  it('takes nothing from a pane whose text is not applied, or holds no JSON', () => {
    bench.actions.pasteToken(tokenOf('{"a":1}'));
    bench.actions.editPane('payload', '{"a":', CARET);
    bench.actions.setClaims([{ name: 'exp', value: 5 }]);
    expect([payload(), bench.view().payload.text]).toEqual(['{"a":1}', '{"a":']);
    bench.actions.pasteToken(`${encodeBase64url(new TextEncoder().encode(HS256_HEADER))}.aGk.AA`);
    bench.actions.setClaims([{ name: 'exp', value: 5 }]);
    expect(payload()).toBe('hi');
  });

  it('goes into the open layer, which the engine makes anew', async () => {
    const inner = tokenOf('{"sub":"a"}');
    bench.actions.pasteToken(jweOf('first'));
    bench.actions.setKey('outer');
    await client.last().answer(answerOf([encrypted(inner), signed()], [true, true]));
    bench.actions.openLayer(1);
    bench.actions.setClaims([{ name: 'exp', value: 5 }]);
    const content = new TextEncoder().encode('{"sub":"a","exp":5}');
    expect(client.last().question).toMatchObject({ call: 'reseal', input: { layer: 1, content } });
  });
});
