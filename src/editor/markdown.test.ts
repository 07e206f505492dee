import { describe, expect, it } from 'vitest';
import { asMarkdown } from './markdown.ts';

describe('asMarkdown', () => {
  it.each([
    ['leaves letters, digits and quotes', 'Line 3, "alg"', 'Line 3, "alg"'],
    ['takes the power from every sign of Markdown', '*b* _i_ `c` # h', '\\*b\\* \\_i\\_ \\`c\\` \\# h'],
    ['lets no link or picture be made', '![a](https://x)', '\\!\\[a\\]\\(https\\://x\\)'],
    ['lets no mark-up or entity through', '<img src=x> &lt;', '\\<img src=x\\> \\&lt;'],
    ['doubles a backslash', 'a\\n', 'a\\\\n'],
    ['leaves no icon of the editor to its name', '$(warning)', '\\$\\(warning\\)'],
  ])('%s', (_rule, text, markdown) => {
    expect(asMarkdown(text)).toBe(markdown);
  });
});
