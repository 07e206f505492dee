import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { readCertificates } from '../../engine/certificates/read.ts';
import { ownCertificates } from '../../engine/testing/own-certificates.ts';
import type { JsonObject } from '../../engine/types.ts';
import { hasCertificates } from './certificates-tab.tsx';
import { CertificateReport } from './certificates-view.tsx';

const { certificates, chain } = ownCertificates();
const NOW = Date.parse('2026-11-24T12:00:00Z') / 1000;

async function drawn(header: JsonObject): Promise<string> {
  const chain = await readCertificates(header);
  if (chain === undefined) throw new Error('no x5c');
  return renderToStaticMarkup(<CertificateReport chain={chain} nowSeconds={NOW} copyRefused={() => {}} />);
}

/** What a person reads of it. */
async function text(header: JsonObject): Promise<string> {
  const html = await drawn(header);
  const words = html.replace(/<\/?(?:bdi|span|code)\b[^>]*>/g, '').replace(/<[^>]*>/g, '\n');
  return words.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replace(/\n+/g, '\n');
}

const own = (...names: readonly string[]) => names.map((name) => certificates[name] ?? name);

const TRUST = 'This page trusts no root.';

describe('the certificates of a header', () => {
  it('are shown with what links them, and what that does not prove', async () => {
    const shown = await text({ x5c: own('leaf', 'middle', 'root') });
    for (const words of [
      TRUST,
      'x5t#S256: Not in the header',
      'Certificate 1 of 3',
      'CN=api.example.com, O=Example GmbH, C=DE',
      'valid for another 9 years',
      '2026-01-01 00:00 UTC – 2036-01-01 00:00 UTC',
      'EC on P-256',
      'ECDSA with SHA-384',
      'Show all 9',
      'Signed with the key of certificate 2',
      'Signed with the key of certificate 3',
      'yes, but not for other authorities',
      'It ends the list by signing itself. Anyone can make such a root.',
    ]) {
      expect(shown).toContain(words);
    }
    expect(shown).not.toMatch(/undefined|NaN|\[object/);
  });

  it.each<[string, JsonObject, readonly string[]]>([
    [
      'a broken link',
      { x5c: own('leaf', 'middle', 'impostorRoot') },
      ['Not signed with the key of certificate 3', 'The signature was not made with this key.'],
    ],
    [
      'a link by someone who may not sign',
      { x5c: own('leaf', 'notCa') },
      ['Signed with the key of certificate 2', 'not marked as an authority', 'Its issuer is not in the list.'],
    ],
    [
      'a wrong order',
      { x5c: own('root', 'middle', 'leaf') },
      ['The order is wrong', 'that is 3, 2, 1.', 'The issuer named here is not the subject of the next certificate.'],
    ],
    ['an expired one', { x5c: own('expired') }, ['expired 5 years ago']],
    ['one to come', { x5c: own('notYet') }, ['not valid yet, starts in 72 years']],
    ['a weak hash', { x5c: own('rsa-sha1') }, ['SHA-1 is weak', 'It ends the list by signing itself.']],
    ['a forged root', { x5c: own('selfNamed') }, ['its own key did not sign it']],
    ['a fault that leaves it readable', { x5c: [`${certificates.leaf}\n`] }, ['line breaks', 'CN=api.example.com']],
    ['garbage', { x5c: ['!!'] }, ['cannot be read', 'character 1 is “!”']],
    ['no list', { x5c: 'AAAA' }, ['“x5c” is a string.']],
    ['more than are read', { x5c: Array(51).fill('AAAA') }, ['1 more certificate is in the list and was not read.']],
    ['an x5t in hexadecimal', { x5c: own('leaf'), x5t: 'ab'.repeat(20) }, ['x5t: Malformed', 'is in hexadecimal']],
  ])('%s is named', async (_, header, expected) => {
    const shown = await text(header);
    for (const words of [TRUST, ...expected]) expect(shown).toContain(words);
  });

  it('a right thumbprint is said to be equal', async () => {
    const answer = await readCertificates({ x5c: own('leaf') });
    const { x5t = '', x5tS256 = '' } = answer?.entries[0]?.certificate?.thumbprints ?? {};
    const shown = await text({ x5c: own('leaf'), x5t, 'x5t#S256': x5tS256 });
    expect(shown).toContain('x5t#S256: Equals the first certificate');
    expect(shown).toContain('x5t: Equals the first certificate');
  });

  it('hide no character of what a stranger wrote', async () => {
    const html = await drawn({ x5c: own('strange') });
    expect(html).toContain('O=Example<span class="unseen">U+202E</span>gnp.exe\\00');
    expect(html).toContain('<bdi>O=Example\\, O=Other</bdi>');
    expect(html).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('are all drawn, twenty of them', async () => {
    const html = await drawn({ x5c: chain });
    expect(html.match(/<article/g)).toHaveLength(20);
    expect(html.match(/Signed with the key of/g)).toHaveLength(19);
  });

  it.each([
    [{ x5c: [] }, true],
    [{ x5c: null }, true],
    [{ x5t: 'AAAA' }, false],
    [JSON.parse('{"__proto__":{"x5c":[]}}'), false],
    ['x5c', false],
    [null, false],
    [['x5c'], false],
    [undefined, false],
  ])('are there where the header has x5c: %j', (header, expected) => expect(hasCertificates(header)).toBe(expected));
});
