import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { processDisclosures } from '../../engine/sd-jwt/process.ts';
import type { Disclosure, JsonObject } from '../../engine/types.ts';
import { segmentOf } from '../../workbench/testing/tokens.ts';
import { type ClaimRow, claimTree, disclosureValue, firstRows } from './claim-rows.ts';

const digestOf = (text: string) => createHash('sha256').update(text).digest('base64url');

function sent(json: string): Disclosure {
  const text = segmentOf(json);
  return { text, digest: digestOf(text), state: 'referenced' };
}

function treeOf(payloadText: string, disclosures: readonly Disclosure[]) {
  const payload: JsonObject = JSON.parse(payloadText);
  return claimTree(payload, payloadText, disclosures);
}

/** A row in one line, its inner ones behind it. */
function drawn(rows: readonly ClaimRow[]): readonly unknown[] {
  return rows.map((row) => {
    if (row.state === 'hidden') return `hidden ${row.kind}`;
    const by = row.disclosure === undefined ? row.state : `disclosed by ${row.disclosure}`;
    const line = `${row.name}: ${row.literal ?? row.holds}, ${by}`;
    return row.children.length === 0 ? line : [line, drawn(row.children)];
  });
}

const NAME = sent('["s1", "name", "Zo\\u00eb"]');
const PRICE = sent('["s2","price", 1.50]');
const CITY = sent('["s3", "city","Cork"]');
const ADDRESS = sent(`["s4","address",{"_sd":["${CITY.digest}"],"zip" : 1e3}]`);
const FRENCH = sent('["s5","FR"]');
const DECOY = digestOf('decoy');

describe('the claims of an SD-JWT', () => {
  it('are drawn with every literal as it was issued', () => {
    const tree = treeOf(`{"id": 9007199254740993, "_sd":["${NAME.digest}","${PRICE.digest}"]}`, [NAME, PRICE]);
    expect(drawn(tree.rows)).toEqual([
      'id: 9007199254740993, always',
      'name: "Zo\\u00eb", disclosed by 0',
      'price: 1.50, disclosed by 1',
    ]);
    expect(tree).toMatchObject({ hidden: 0, stray: [] });
  });

  it('are drawn as one value where nothing in it can be hidden', () => {
    expect(drawn(treeOf('{"cnf": {"jwk": {"kty": "EC"}}}', []).rows)).toEqual(['cnf: {"jwk":{"kty":"EC"}}, always']);
  });

  it('hold what a disclosure discloses in turn', () => {
    const tree = treeOf(`{"_sd":["${ADDRESS.digest}"]}`, [CITY, ADDRESS]);
    expect(drawn(tree.rows)).toEqual([
      ['address: members, disclosed by 1', ['zip: 1e3, disclosed', 'city: "Cork", disclosed by 0']],
    ]);
  });

  it('keep the place of hidden entries, and count what no disclosure was sent for', () => {
    const text = `{"of":["IE",{"...":"${DECOY}"},{"...":"${FRENCH.digest}"},1.0],"_sd":["${NAME.digest}"]}`;
    const tree = treeOf(text, [FRENCH]);
    expect(drawn(tree.rows)).toEqual([
      ['of: entries, always', ['0: "IE", always', 'hidden array-element', '1: "FR", disclosed by 0', '2: 1.0, always']],
      'hidden object-property',
    ]);
    expect(tree.hidden).toBe(2);
  });

  it('tell which disclosures stand nowhere in them', () => {
    const malformed = sent('not json');
    expect(treeOf(`{"_sd":["${NAME.digest}"]}`, [malformed, NAME, NAME, PRICE]).stray).toEqual([0, 2, 3]);
  });
});

describe('the processed payload', () => {
  const text = `{"id": 9007199254740993,"of":[{"...":"${FRENCH.digest}"},1.0],"_sd":["${ADDRESS.digest}","${NAME.digest}"]}`;
  const all = [NAME, CITY, ADDRESS, FRENCH];

  it('has the shown claims in place, every literal as it was issued', () => {
    expect(treeOf(text, all).processed(new Set([0, 1, 2, 3]))).toBe(
      '{"id":9007199254740993,"of":["FR",1.0],"address":{"zip":1e3,"city":"Cork"},"name":"Zo\\u00eb"}',
    );
    expect(treeOf(text, all).processed(new Set())).toBe('{"id":9007199254740993,"of":[1.0]}');
  });

  it('is what the engine makes of that presentation, whatever is shown', () => {
    const tree = treeOf(text, all);
    fc.assert(
      fc.property(fc.subarray([0, 1, 2, 3]), (wanted) => {
        // a city is shown with its address only
        const shown = wanted.filter((index) => index !== 1 || wanted.includes(2));
        const chosen = all.filter((_, index) => shown.includes(index));
        const { processedPayload } = processDisclosures(
          JSON.parse(text),
          chosen.map((one) => one.text),
          chosen.map((one) => one.digest),
        );
        expect(JSON.parse(tree.processed(new Set(shown)))).toEqual(processedPayload);
      }),
    );
  });

  it('keeps a member named __proto__', () => {
    const proto = sent('["s","__proto__",{"a":1}]');
    expect(treeOf(`{"_sd":["${proto.digest}"]}`, [proto]).processed(new Set([0]))).toBe('{"__proto__":{"a":1}}');
  });
});

test('the value of a disclosure is its last entry, and none where it is no disclosure', () => {
  expect(disclosureValue(PRICE.text)).toBe('1.50');
  expect(disclosureValue(FRENCH.text)).toBe('"FR"');
  expect(disclosureValue(segmentOf('["salt"]'))).toBeUndefined();
  expect(disclosureValue('%')).toBeUndefined();
});

test('so many rows are drawn, inner ones counted, and the others are numbered', () => {
  const { rows } = treeOf(`{"a":1,"_sd":["${ADDRESS.digest}"],"b":2}`, [CITY, ADDRESS]);
  expect(firstRows(rows, 9)).toEqual({ rows, rest: 0 });
  const first = firstRows(rows, 4);
  expect(drawn(first.rows)).toEqual([
    'a: 1, always',
    'b: 2, always',
    ['address: members, disclosed by 1', ['zip: 1e3, disclosed']],
  ]);
  expect(first.rest).toBe(1);
});
