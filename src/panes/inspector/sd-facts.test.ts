import { expect, test } from 'vitest';
import { say } from '../../engine/messages/verdict.ts';
import type { Verdict } from '../../engine/types.ts';
import { VERIFIED } from '../../workbench/testing/hand-client.ts';
import { KEY_MISSING } from '../../workbench/testing/layers.ts';
import { isoTime, sdHashState } from './sd-facts.ts';

function mismatch(reason: string): Verdict {
  const code = 'key-binding-mismatch';
  return { state: 'failed', code, message: say(code, { reason }), values: { reason } };
}

test.each<[string, Verdict, ReturnType<typeof sdHashState>]>([
  ['equal where the key binding is verified', VERIFIED, 'equal'],
  ['another where that is what fails', mismatch('sd-hash'), 'differs'],
  ['not compared where something fails before', mismatch('signature'), 'unknown'],
  ['not compared where nothing was decided', KEY_MISSING, 'unknown'],
])('sd_hash is %s', (_, verdict, state) => {
  expect(sdHashState(verdict)).toBe(state);
});

test.each<[unknown, string | undefined]>([
  [0, '1970-01-01 00:00:00'],
  [1790000000.9, '2026-09-21 14:13:20'],
  ['1790000000', undefined],
  [Number.NaN, undefined],
  [1e300, undefined],
  [undefined, undefined],
])('%s seconds are the time %s', (seconds, time) => {
  expect(isoTime(seconds)).toBe(time);
});
