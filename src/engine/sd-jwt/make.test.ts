import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isJsonArray, isJsonObject } from '../token/json-kind.ts';
import { escapeToken } from '../token/json-pointer.ts';
import type { Json, JsonObject } from '../types.ts';
import { issueClaims, makeDisclosure } from './make.ts';
import { openDisclosures } from './open-disclosures.ts';
import { presentSdJwt } from './present.ts';
import type { ProcessedSdJwt } from './process.ts';
import { compactSdJwt, readSdJwt } from './read.ts';
import { treeOf } from './tree.ts';

const NAMES = ['a', 'b', 'iss', '', 'a/b', '~1', '__proto__', 'constructor', 'toString', '0', '01', 'ä'];

const { claims } = fc.letrec<{ value: Json; claims: JsonObject }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.string({ unit: 'binary', maxLength: 4 })),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('claims'),
  ),
  claims: fc
    .array(fc.tuple(fc.constantFrom(...NAMES), tie('value')), { maxLength: 5 })
    .map((m) => Object.fromEntries(m)),
}));

function pointersIn(value: Json, pointer = ''): readonly string[] {
  const members: readonly [string, Json][] = isJsonArray(value)
    ? value.map((item, index) => [String(index), item])
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  return members.flatMap(([name, member]) => {
    const place = `${pointer}/${escapeToken(name)}`;
    return [place, ...pointersIn(member, place)];
  });
}

function without(value: Json, gone: ReadonlySet<string>, pointer = ''): Json {
  const isKept = (name: string | number) => !gone.has(`${pointer}/${escapeToken(String(name))}`);
  const inside = (name: string | number, member: Json) =>
    without(member, gone, `${pointer}/${escapeToken(String(name))}`);
  if (isJsonArray(value)) return value.flatMap((item, index) => (isKept(index) ? [inside(index, item)] : []));
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([name]) => isKept(name));
  return Object.fromEntries(kept.map(([name, member]) => [name, inside(name, member)]));
}

/** Equal for values that differ only in the order of their members; `__proto__` is a name like any other. */
function canonical(value: Json): string {
  if (isJsonArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.sort().join()}}`;
}

async function processed(payload: JsonObject, disclosures: readonly string[]): Promise<ProcessedSdJwt> {
  const opened = await openDisclosures(payload, disclosures);
  if (!opened.done) throw new Error(opened.code);
  return opened.processed;
}

const saltFor = (index: number) => `salt ${index}`;

describe('issueClaims', () => {
  test('hides members and elements, one inside of the other, by digests that Node makes too', async () => {
    const sha512 = (text: string) => createHash('sha512').update(text).digest('base64url');
    const street = makeDisclosure('s0', 'street', 'Main');
    const address = makeDisclosure('s1', 'address', { _sd: [sha512(street)], city: 'X' });
    const french = makeDisclosure('s2', undefined, 'FR');
    const hidden = new Set(['/address', '/address/street', '/nations/1', '/nothing', '']);
    const issued = await issueClaims(
      { iss: 'i', address: { street: 'Main', city: 'X' }, nations: ['DE', 'FR'] },
      hidden,
      (index) => `s${index}`,
      { sdAlg: 'sha-512', decoys: ['decoy'] },
    );
    expect(issued).toEqual({
      made: true,
      payload: {
        _sd: [sha512(address), 'decoy'].sort(),
        iss: 'i',
        nations: ['DE', { '...': sha512(french) }],
        _sd_alg: 'sha-512',
      },
      disclosures: [street, address, french],
    });
  });

  test.each([
    { name: '_sd', claims: { a: [{ _sd: 1 }] }, pointer: '/a/0/_sd' },
    { name: '...', claims: { '...': 1 }, pointer: '/...' },
    { name: '_sd_alg', claims: { 'x/y': { _sd_alg: 'sha-256' } }, pointer: '/x~1y/_sd_alg' },
  ])('makes no token with a claim named $name', async ({ claims: given, pointer }) => {
    const issued = await issueClaims(given, new Set(), saltFor);
    expect(issued).toEqual({ made: false, code: 'name-reserved', pointer });
  });

  test('makes none by a hash that nobody knows', async () => {
    const issued = await issueClaims({}, new Set(), saltFor, { sdAlg: 'md5' });
    expect(issued).toEqual({ made: false, code: 'hash-unknown', hash: 'md5' });
  });
});

describe('any claims, hidden and shown in any way', () => {
  /** Claims with the pointers to hide of them, and those of these to show. */
  const cases = claims.chain((given) => {
    const pointers = [...pointersIn(given)];
    return fc
      .subarray(pointers)
      .chain((hidden) =>
        fc.record({ given: fc.constant(given), hidden: fc.constant(hidden), shown: fc.subarray(hidden) }),
      );
  });

  test('all disclosures together give the claims back, each at the pointer that it was hidden at', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ given, hidden }) => {
        const issued = await issueClaims(given, new Set(hidden), saltFor);
        if (!issued.made) throw new Error(issued.code);
        const all = await processed(issued.payload, issued.disclosures);
        expect(all.faults).toEqual([]);
        expect(all.hidden).toEqual([]);
        expect(canonical(all.processedPayload)).toBe(canonical(given));
        expect(all.disclosures.map(({ pointer }) => pointer).sort()).toEqual([...hidden].sort());
      }),
    );
  });

  test('a presentation gives the claims without those that are not shown, and shows the same again', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ given, hidden, shown }) => {
        const issued = await issueClaims(given, new Set(hidden), saltFor);
        if (!issued.made) throw new Error(issued.code);
        const all = await processed(issued.payload, issued.disclosures);
        const text = compactSdJwt('e30.e30.AA', issued.disclosures);
        const wanted = new Set(
          [...all.disclosures.entries()].flatMap(([index, { pointer }]) =>
            shown.includes(pointer ?? '') ? [index] : [],
          ),
        );
        const presented = presentSdJwt(text, wanted, all);
        if (presented === undefined) throw new Error('not presented');
        const sent = readSdJwt(presented.text).disclosures.map((one) => one.text);
        const some = await processed(issued.payload, sent);
        const gone = new Set(hidden.filter((pointer) => !shown.includes(pointer)));
        expect(some.faults).toEqual([]);
        expect(canonical(some.processedPayload)).toBe(canonical(without(given, gone)));
        expect(presented.shown.length + presented.withoutParent.length).toBe(wanted.size);
        expect(presentSdJwt(presented.text, new Set(sent.keys()), some)?.text).toBe(presented.text);
        expect(presentSdJwt(text, new Set(all.disclosures.keys()), all)?.text).toBe(text);
        expect(nodesIn(some)).toEqual({
          values: pointersIn(some.processedPayload).length + 1,
          hidden: some.hidden.length,
        });
      }),
    );
  });
});

function nodesIn(sdJwt: ProcessedSdJwt): { values: number; hidden: number } {
  const count = { values: 0, hidden: 0 };
  const nodes = [treeOf(sdJwt)];
  for (const node of nodes) {
    count[node.state === 'hidden' ? 'hidden' : 'values']++;
    if (node.state !== 'hidden') nodes.push(...node.children);
  }
  return count;
}
