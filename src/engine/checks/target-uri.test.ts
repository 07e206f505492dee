import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { targetUri } from './target-uri.ts';

describe('addresses are compared as RFC 3986 section 6.2 makes them', () => {
  const rows: readonly (readonly [address: string, text: string | undefined])[] = [
    ['HTTP://Example.COM:80', 'http://example.com/'],
    ['https://example.com:8443/a', 'https://example.com:8443/a'],
    ['https://example.com/%7euser/%2f%c3%a9', 'https://example.com/~user/%2F%C3%A9'],
    ['https://example.com/a/../b/./c', 'https://example.com/b/c'],
    ['https://u@example.com/', 'https://u:@example.com/'],
    ['https://[2001:DB8::1]/', 'https://[2001:db8::1]/'],
    ['https:/example.com', undefined],
    ['https://', undefined],
    ['https://example.com/a b', undefined],
    ['https:\\\\example.com', undefined],
    ['ftp://example.com/', undefined],
    ['example.com', undefined],
  ];
  test.each(rows)('%s', (address, text) => {
    expect(targetUri(address)?.text).toBe(text);
  });

  test('a normal one is its own normal form', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: true }), (address) => {
        const normal = targetUri(address)?.text;
        expect(normal === undefined ? undefined : targetUri(normal)?.text).toBe(normal);
      }),
    );
  });
});
