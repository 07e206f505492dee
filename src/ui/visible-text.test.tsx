import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { VisibleText, visibleString } from './visible-text.tsx';

const drawn = (text: string) => renderToStaticMarkup(<VisibleText>{text}</VisibleText>);
const unseen = (name: string) => `<span class="unseen">${name}</span>`;

describe('text from someone else', () => {
  it.each([
    ['plain', '<bdi>plain</bdi>'],
    ['Größe 東京 😀', '<bdi>Größe 東京 😀</bdi>'],
    ['<b>&</b>', '<bdi>&lt;b&gt;&amp;&lt;/b&gt;</bdi>'],
    ['', '<bdi></bdi>'],
    ['exe\u202egpj', `<bdi>exe${unseen('U+202E')}gpj</bdi>`],
    ['a\u0000b\nc', `<bdi>a${unseen('U+0000')}b${unseen('U+000A')}c</bdi>`],
    ['\u200b\u2066\ufeff', `<bdi>${unseen('U+200B')}${unseen('U+2066')}${unseen('U+FEFF')}</bdi>`],
    ['a\u2028b', `<bdi>a${unseen('U+2028')}b</bdi>`],
    ['a\ud800b', `<bdi>a${unseen('U+D800')}b</bdi>`],
    ['a\u{e0041}b', `<bdi>a${unseen('U+E0041')}b</bdi>`],
    ['\u3164', `<bdi>${unseen('U+3164')}</bdi>`],
  ])('%j hides nothing', (text, html) => expect(drawn(text)).toBe(html));

  it('hides nothing in a name or a tooltip either', () => {
    expect(visibleString('exe\u202egpj\u0000')).toBe('exeU+202EgpjU+0000');
  });
});
