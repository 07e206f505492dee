/** The public collection of pasted texts, which lies beside the checkout in continuous integration. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { alignmentOf } from './alignment.ts';
import { findTokens } from './find.ts';

interface Paste {
  readonly id: string;
  readonly text: string;
  readonly none?: string;
  readonly tokens: readonly {
    readonly value: string;
    readonly start: number;
    readonly end: number;
    readonly where: string;
    readonly type: 'jws' | 'jwe' | 'sd-jwt' | 'jws-json';
    readonly removed?: readonly string[];
    readonly complete?: boolean;
  }[];
}

const FORMS = { jws: 'jws-compact', jwe: 'jwe-compact', 'sd-jwt': 'sd-jwt', 'jws-json': 'jws-json' } as const;

const file = new URL('../../../../shared/vectors/pastes.json', import.meta.url);
const pastes: readonly Paste[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];

/** The same place in other words. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  'har-fragment 1': 'json /log/entries/0/request/cookies/0/value',
  'html-attribute 0': 'quoted',
};

describe.skipIf(pastes.length === 0)(
  'pasted texts (skipped where the public vectors are not beside the checkout)',
  () => {
    test.each(pastes.map((paste) => [paste.id, paste] as const))('%s', (id, paste) => {
      const found = findTokens(paste.text);
      const expected = paste.tokens.map((token, index) => ({
        text: token.value,
        start: token.start,
        end: token.end,
        form: FORMS[token.type],
        where: OTHER_WORDS[`${id} ${index}`] ?? token.where,
        complete: token.complete ?? true,
        removed: [...(token.removed ?? [])].sort(),
      }));
      expect(found.map((token) => ({ ...token, removed: [...token.removed].sort() }))).toEqual(expected);
      for (const token of found) {
        const alignment = alignmentOf(paste.text, token);
        expect(alignment.toPasted(0, token.text.length)).toEqual([token.start, token.end]);
      }
    });

    test('holds 64 texts', () => {
      expect(pastes).toHaveLength(64);
    });
  },
);
