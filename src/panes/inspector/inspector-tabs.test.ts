import { expect, test } from 'vitest';
import { openText } from '../../engine/open.ts';
import { layerViewOf } from '../../workbench/testing/layer-view.ts';
import { jweOf } from '../../workbench/testing/layers.ts';
import { segmentOf, tokenOf } from '../../workbench/testing/tokens.ts';
import { inspectorTabs } from './inspector-tabs.ts';

/** Before the live page is there: no layer but the outermost is known. */
function tabsOf(text: string): readonly string[] {
  return inspectorTabs({ opened: openText(text), layers: [] });
}

const CLAIMS = '{"sub":"a"}';
const FLATTENED = JSON.stringify({
  payload: segmentOf(CLAIMS),
  protected: segmentOf('{"alg":"ES256"}'),
  signature: 'c2ln',
});

test.each<[string, string, readonly string[]]>([
  ['no token', 'a text without a token', []],
  ['a signed token', tokenOf(CLAIMS), []],
  ['a JWE', jweOf('mark'), ['layers']],
  ['a token in a token, whether or not cty says so', tokenOf(tokenOf(CLAIMS)), ['layers']],
  ['a JSON serialization', FLATTENED, ['layers']],
  ['an SD-JWT', `${tokenOf(CLAIMS)}~`, ['layers', 'disclosures']],
  ['x5c', tokenOf(CLAIMS, '{"alg":"ES256","x5c":["MII"]}'), ['certificates']],
  ['x5c that is no list', tokenOf(CLAIMS, '{"alg":"ES256","x5c":null}'), ['certificates']],
  ['x5t alone', tokenOf(CLAIMS, '{"alg":"ES256","x5t":"a"}'), []],
  ['a DPoP proof', tokenOf(CLAIMS, '{"alg":"ES256","typ":"dpop+jwt"}'), []],
  ['x5c of a recipient', jweOf('mark', '{"alg":"RSA-OAEP","enc":"A128GCM","x5c":[]}'), ['layers', 'certificates']],
])('%s has its tabs beside claims, checks, findings and bytes, by its letters alone', (_, text, tabs) => {
  expect(tabsOf(text)).toEqual(['claims', 'checks', 'findings', 'bytes', ...tabs]);
});

test('where nothing was typed there is no tab', () => {
  expect(tabsOf('')).toEqual([]);
});

test('a layer inside adds what it has', () => {
  const outer = layerViewOf(jweOf('mark'));
  const inner = layerViewOf(`${tokenOf(CLAIMS, '{"alg":"ES256","x5c":["MII"]}')}~`, { depth: 1 });
  expect(inspectorTabs({ opened: outer.opened, layers: [outer, inner] })).toEqual([
    'claims',
    'checks',
    'findings',
    'bytes',
    'layers',
    'disclosures',
    'certificates',
  ]);
});
