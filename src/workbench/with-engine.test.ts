/** The page with its engine, on the engine's own vectors. */
import { describe, expect, it } from 'vitest';
import { inspect } from '../engine/index.ts';
import { OBJECT_FILES, ownObjectCases } from '../engine/testing/own-vectors.ts';
import type { VectorCase } from '../engine/testing/vector-case.ts';
import { createEngineCalls } from '../worker/engine-calls.ts';
import { createWorkbench, type Workbench } from './workbench.ts';

function freshBench(): Workbench {
  return createWorkbench({ client: createEngineCalls() });
}

async function settled(bench: Workbench): Promise<void> {
  while (bench.view().verdict.busy) await new Promise((resolve) => setTimeout(resolve));
}

function caseNamed(file: (typeof OBJECT_FILES)[number], id: string): VectorCase {
  const found = ownObjectCases(file).find((one) => one.id === `${file} ${id}`);
  if (found === undefined) throw new Error(`no row ${file} ${id}`);
  return found;
}

/** Puts one key of the row into the box of each layer, as the layers come. */
async function openAll(bench: Workbench, { input }: VectorCase): Promise<void> {
  for (const [depth, key] of (input.keys ?? []).entries()) {
    bench.actions.openLayer(depth);
    expect(bench.view().layer).toBe(depth);
    bench.actions.setKey(key.text);
    await settled(bench);
  }
}

describe('what the page says', () => {
  const rows = OBJECT_FILES.flatMap(ownObjectCases).filter(
    ({ input, detachedHex }) => (input.keys ?? []).length < 2 && detachedHex === undefined,
  );

  it.each(OBJECT_FILES)(
    'is what the engine says, in every row of %s with one key or none',
    async (name) => {
      const own = rows.filter(({ id }) => id.startsWith(`${name} `));
      expect(own.length).toBeGreaterThan(5);
      for (const { id, input } of own) {
        const bench = freshBench();
        const { keys: [key] = [], detachedPayload, expectations = {} } = input;
        bench.actions.editToken(input.text, { start: 0, end: 0 });
        if (input.pick !== undefined) bench.actions.pick(input.pick);
        if (key !== undefined) {
          bench.actions.setKeyEncoding(key.encoding ?? 'auto');
          bench.actions.setKey(key.text);
        }
        if (input.ignoreKid !== undefined) bench.actions.setIgnoreKid(input.ignoreKid);
        if (input.useTokenKey !== undefined) bench.actions.setUseTokenKey(input.useTokenKey);
        if (input.maxPbes2Rounds !== undefined) bench.actions.allowRounds(input.maxPbes2Rounds);
        if (input.maxInflatedBytes !== undefined) bench.actions.setMaxInflatedBytes(input.maxInflatedBytes);
        if (typeof detachedPayload === 'string') bench.actions.setDetached({ kind: 'text', text: detachedPayload });
        bench.actions.setExpectations(expectations);
        await settled(bench);
        const { verdict, layers } = await inspect(input);
        const shown = bench.view();
        const isElsewhere = detachedPayload === undefined || shown.detached.needed;
        // content that is given for a token that has its own is left out by the page, which never asks for it then
        if (!isElsewhere) continue;
        expect([id, shown.verdict.code, shown.layers.map((layer) => layer.verdict.code)]).toEqual([
          id,
          verdict.code,
          layers.map((layer) => layer.verdict.code),
        ]);
      }
    },
    60_000,
  );

  it.each(['jwt-in-jwe', 'jws-in-jws-inner-key', 'three-deep', 'jwe-in-jwe'])(
    'of %s is what the engine says with all keys, where each is in the box of its layer',
    async (id) => {
      const row = caseNamed('nested', id);
      const bench = freshBench();
      bench.actions.pasteToken(row.input.text);
      await settled(bench);
      await openAll(bench, row);
      const { verdict, layers } = await inspect(row.input);
      expect([bench.view().verdict.code, bench.view().layers.length]).toEqual([verdict.code, layers.length]);
    },
  );
});

describe('another presentation', () => {
  it.each(['recursive-all', 'bound', 'json-flattened-bound', 'json-general'])(
    'of %s is verified, each disclosure without another, and all of them again',
    async (id) => {
      const { input } = caseNamed('sd-jwt', id);
      const bench = freshBench();
      bench.actions.pasteToken(input.text);
      bench.actions.setKey(input.keys?.[0]?.text ?? '');
      await settled(bench);
      const arrived = bench.view().text;
      const all = [...(bench.view().presentation?.shown ?? [])];
      expect([bench.view().verdict.code, all.length > 0]).toEqual(['signature-match', true]);
      for (const index of all) {
        bench.actions.showDisclosure(index, false);
        await settled(bench);
        const { verdict, presentation, layers } = bench.view();
        expect([verdict.code, presentation?.shown.has(index)]).toEqual(['signature-match', false]);
        expect(layers[0]?.disclosures?.length ?? 0).toBe(presentation?.shown.size);
      }
      for (const index of all) bench.actions.showDisclosure(index, true);
      expect(bench.view().text).toBe(arrived);
    },
  );
});

describe('edits of what the engine makes anew', () => {
  const CARET = { start: 0, end: 0 };
  const codes = (bench: Workbench) => [
    bench.view().verdict.code,
    ...bench.view().layers.map((layer) => layer.verdict.code),
  ];

  async function opened(file: (typeof OBJECT_FILES)[number], id: string): Promise<Workbench> {
    const row = caseNamed(file, id);
    const bench = freshBench();
    bench.actions.pasteToken(row.input.text);
    await settled(bench);
    await openAll(bench, row);
    return bench;
  }

  it('open again with the same keys: inner payload, inner header, outer header', async () => {
    const bench = await opened('nested', 'jwt-in-jwe');
    const arrived = bench.view().text;
    // the row's own key for the inner token is public
    expect([bench.view().layer, bench.view().signing.available]).toEqual([1, false]);
    await bench.actions.generateKey('ES256');
    await settled(bench);
    expect(codes(bench)).toEqual(['signed-here', 'encrypted-here', 'signed-here']);
    bench.actions.editPane('payload', '{"sub":"changed"}', CARET);
    await settled(bench);
    expect(codes(bench)).toEqual(['signed-here', 'encrypted-here', 'signed-here']);
    expect(bench.view().payload.text).toBe('{"sub":"changed"}');
    bench.actions.openLayer(0);
    bench.actions.setEnc('A256GCM');
    await settled(bench);
    expect(codes(bench)).toEqual(['signed-here', 'encrypted-here', 'signed-here']);
    expect(bench.view().header.text).toContain('"enc": "A256GCM"');
    bench.actions.openLayer(1);
    expect(bench.view().payload.text).toBe('{"sub":"changed"}');
    while (bench.view().text !== arrived) bench.actions.undo();
    await settled(bench);
    expect(codes(bench)).toEqual(['signature-mismatch', 'decrypted', 'signature-mismatch']);
  });

  it('reach through three layers; without a key that signs, the innermost signature stays', async () => {
    const bench = await opened('nested', 'three-deep');
    bench.actions.openLayer(2);
    bench.actions.editPane('payload', '{"sub":"changed"}', CARET);
    await settled(bench);
    expect(bench.view().payload).toMatchObject({ text: '{"sub":"changed"}', notApplied: undefined });
    expect(codes(bench)).toEqual(['signature-mismatch', 'signed-here', 'encrypted-here', 'signature-mismatch']);
  });

  it('are refused with the layer whose key is missing', async () => {
    const row = caseNamed('nested', 'jws-in-jws');
    const bench = freshBench();
    bench.actions.pasteToken(row.input.text);
    await settled(bench);
    bench.actions.openLayer(1);
    bench.actions.setSigning('resign');
    bench.actions.editPane('payload', '{"sub":"changed"}', CARET);
    await settled(bench);
    expect(bench.view().payload).toMatchObject({ text: '{"sub":"changed"}', notApplied: { refused: { layer: 1 } } });
    expect(bench.view().text).toBe(row.input.text);
  });

  it('make a token of nothing: a header, a key and a content', async () => {
    const bench = freshBench();
    bench.actions.editPane('header', '{"alg":"dir","enc":"A256GCM"}', CARET);
    await bench.actions.generateKey('dir', { enc: 'A256GCM' });
    await settled(bench);
    bench.actions.editPane('payload', '{"sub":"new"}', CARET);
    await settled(bench);
    expect(codes(bench)).toEqual(['encrypted-here', 'encrypted-here']);
    expect(bench.view().payload.text).toBe('{"sub":"new"}');
  });

  it('sign a JSON serialization with the key at hand', async () => {
    const bench = freshBench();
    bench.actions.editPane('header', '{"alg":"HS256"}', CARET);
    bench.actions.setKey('a secret of thirty-two characters');
    bench.actions.editPane('payload', '{"sub":"a"}', CARET);
    await settled(bench);
    expect(bench.actions.convertTo('general')).toEqual({ converted: true });
    await settled(bench);
    bench.actions.editPane('payload', '{"sub":"b"}', CARET);
    await settled(bench);
    expect([bench.view().payload.text, ...codes(bench)]).toEqual(['{"sub":"b"}', 'signed-here', 'signed-here']);
    expect(bench.view().opened.object?.serialization).toBe('general');
  });

  it('sign content that is elsewhere', async () => {
    const bench = await opened('detached', 'detached-hs256');
    const { detachedPayload } = caseNamed('detached', 'detached-hs256').input;
    bench.actions.setDetached({ kind: 'text', text: String(detachedPayload) });
    await settled(bench);
    expect(codes(bench)).toEqual(['signature-match', 'signature-match']);
    bench.actions.editPane('header', '{"alg":"HS256","x":1}', CARET);
    await settled(bench);
    expect(codes(bench)).toEqual(['signed-here', 'signed-here']);
    expect(bench.view().opened.token?.segments[1]?.text).toBe('');
  });
});
