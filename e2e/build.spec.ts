/** The built page as files: what no browser needs to be asked. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { sumsOf } from '../scripts/build/sums.ts';
import { HEADER_POLICY, headersFor, META_POLICY, SECURITY_HEADERS } from '../scripts/security-headers.mjs';
import { BUILT_PAGE, servePage } from './fixtures.ts';

const html = readFileSync(join(BUILT_PAGE, 'index.html'), 'utf8');
const files = readdirSync(BUILT_PAGE, { recursive: true, encoding: 'utf8' });

test('the content policy is the first meta element but none, and the same as the header but for frame-ancestors', () => {
  const first = /<meta[^>]*>/.exec(html)?.[0] ?? '';
  const content = /content="([^"]*)"/.exec(first)?.[1]?.replaceAll('&#39;', "'");
  expect(first).toContain('http-equiv="Content-Security-Policy"');
  expect(content).toBe(META_POLICY);
  expect(HEADER_POLICY).toBe(`${META_POLICY}; frame-ancestors 'none'`);
  expect(html.search(/<meta[^>]*Content-Security-Policy/)).toBeLessThan(html.search(/<(link|script)\b/));
});

test('the encoding is declared within the first 1024 bytes', () => {
  expect(html.slice(0, 1024)).toContain('<meta charset="utf-8"');
});

test('index.html has no inline script, no handler and no style attribute', () => {
  const scripts = [...html.matchAll(/<script\b([^>]*)>([^<]*)<\/script>/g)];
  expect(scripts.length).toBeGreaterThan(0);
  for (const [, attributes, code] of scripts) expect([attributes?.includes(' src='), code]).toEqual([true, '']);
  expect(html.match(/<[^>]*\s(style|on\w+)=/g)).toBeNull();
  expect(html).not.toContain('<style');
});

test('index.html says what it needs where scripts are switched off', () => {
  expect(html).toContain('<noscript>This page does its work with JavaScript');
});

test('index.html holds the whole empty page and names only files of the build, by relative addresses', () => {
  expect(html).toContain('Encoded token');
  const addresses = [...html.matchAll(/\s(?:src|href)="([^"#]+)"/g)].map(([, address]) => address ?? '');
  expect(addresses.length).toBeGreaterThan(3);
  for (const address of addresses) expect(files, address).toContain(address.replace(/^\.\//, ''));
});

test('no script of the build can reach the network but the service worker, which keeps its files', () => {
  const spoken = files
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => {
      const code = readFileSync(join(BUILT_PAGE, file), 'utf8');
      const words = code.match(/\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|importScripts/g) ?? [];
      return words.map((word) => `${file.replace(/-[\w-]{8}\.js$/, '')} says ${word}`);
    });
  // Monaco asks by this name whether it runs in a worker, and calls nothing; the service worker fetches what it keeps
  expect([...new Set(spoken)].sort()).toEqual([
    'assets/monaco-base says importScripts',
    'assets/monaco-common says importScripts',
    'sw.js says fetch(',
  ]);
});

/** Whose addresses stand in the build, and why; none of them is asked for. */
const NAMED: Readonly<Record<string, string>> = {
  'api.example': 'an example of what to type',
  'appleid.apple.com': 'an issuer',
  'base-ui.com': 'a message of a library',
  'bit.ly': 'a message of a library',
  'cdn.jsdelivr.net': 'where the loader of Monaco would fetch it, were it not given one',
  'cloud.google.com': 'a claim',
  'code.visualstudio.com': 'a message of a library',
  'example.com': 'an example of what to type',
  'github.com': 'a message of a library',
  'gitlab.org': 'a claim',
  'graph.microsoft.com': 'an audience',
  'hasura.io': 'a claim',
  'json.schemastore.org': 'the schema that a SARIF file names',
  'management.azure.com': 'an audience',
  'microsoft.com': 'a message of a library',
  'oauth2.googleapis.com': 'an audience',
  'react.dev': 'a message of a library',
  'schemas.openid.net': 'an event',
  'slack.com': 'a claim',
  'vault.azure.net': 'an audience',
  'verifier.example': 'an example of what to type',
  'www.cve.org': 'a reference that a person can open',
  'www.googleapis.com': 'a claim',
  'www.rfc-editor.org': 'a reference that a person can open',
  'www.w3.org': 'the names of SVG and MathML',
};

test('every address of elsewhere in the build is a known name', () => {
  const texts = files.filter((file) => /\.(html|js|css|svg|webmanifest)$/.test(file));
  const found = texts.flatMap((file) =>
    [...readFileSync(join(BUILT_PAGE, file), 'utf8').matchAll(/\b(?:https?|wss?):\/\/([\w.-]+)/g)].map(
      ([, host]) => host,
    ),
  );
  expect([...new Set(found)].filter((host) => host === undefined || !(host in NAMED))).toEqual([]);
});

test('every script and style sheet of index.html has the hash of its file, and SHA256SUMS that of every file', () => {
  const tags = [...html.matchAll(/<(?:script|link rel="(?:stylesheet|modulepreload)")[^>]*>/g)].map(([tag]) => tag);
  const rows = tags.map((tag) => [/\s(?:src|href)="\.\/([^"]+)"/.exec(tag)?.[1], /integrity="([^"]+)"/.exec(tag)?.[1]]);
  expect(rows.length).toBeGreaterThanOrEqual(3);
  for (const [path = '', hash] of rows) {
    const bytes = readFileSync(join(BUILT_PAGE, path));
    expect([path, hash]).toEqual([path, `sha384-${createHash('sha384').update(bytes).digest('base64')}`]);
  }
  expect(readFileSync(join(BUILT_PAGE, 'SHA256SUMS'), 'utf8')).toBe(sumsOf(BUILT_PAGE));
});

test('no source map and nothing of this machine is in the build', () => {
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  const texts = files.filter((file) => /\.(html|js|css|json|svg)$/.test(file));
  const speaking = texts.filter((file) => readFileSync(join(BUILT_PAGE, file), 'utf8').includes(process.cwd()));
  expect(speaking).toEqual([]);
});

test('the server sends every security header with each answer, and finds only files of the build', async () => {
  const served = await servePage('127.0.0.1', '/under/a/path/');
  try {
    const hashed = files.find((file) => /^assets\/.*\.js$/.test(file)) ?? '';
    const rows = await Promise.all(
      ['', 'index.html', hashed, 'theme.js', 'sw.js', 'missing.js', '.vite/manifest.json', '../package.json'].map(
        async (path) => {
          const { status, headers } = await fetch(served.url + path);
          const wanted = status === 200 ? headersFor(path) : SECURITY_HEADERS;
          for (const [name, value] of Object.entries(wanted)) expect(headers.get(name), name).toBe(value);
          return [path === hashed ? 'hashed' : path, status, headers.get('cache-control')];
        },
      ),
    );
    expect(rows).toEqual([
      ['', 200, 'no-cache'],
      ['index.html', 200, 'no-cache'],
      ['hashed', 200, 'public, max-age=31536000, immutable'],
      ['theme.js', 200, 'no-cache'],
      ['sw.js', 200, 'no-cache'],
      ['missing.js', 404, 'no-store'],
      ['.vite/manifest.json', 404, 'no-store'],
      ['../package.json', 404, 'no-store'],
    ]);
    expect((await fetch(served.url, { method: 'POST' })).status).toBe(405);
  } finally {
    await served.close();
  }
});
