import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../testing/project-root.ts';
import { decodeBase64url } from '../token/base64url.ts';
import { readContent } from '../token/content.ts';
import { isJsonObject, ownMember } from '../token/json-kind.ts';
import type { Json, JsonObject } from '../types.ts';
import { expectedSdHash, holderKeyOf, keyBindingFaults, readKeyBinding } from './key-binding.ts';
import { type OpenedDisclosures, openDisclosures } from './open-disclosures.ts';
import { presentSdJwt } from './present.ts';
import { compactSdJwt, readSdJwt, readSdJwtHeaders } from './read.ts';

/** Public vectors, kept beside the project and not in it. */
const FILE = join(projectRoot(), '../shared/vectors/rfc9901.json');

interface Entry {
  readonly id: string;
  readonly token: string;
  readonly expect: string;
  readonly sdClaims?: JsonObject;
  readonly twinOf?: string;
  readonly sd?: { readonly disclosures: number; readonly keyBinding: boolean };
}

interface JsonToken {
  readonly payload: string;
  readonly protected: string;
  readonly signature: string;
  readonly header?: JsonObject;
  readonly signatures?: readonly Omit<JsonToken, 'payload' | 'signatures'>[];
}

interface Parts {
  readonly issuerJwt: string;
  readonly disclosures: readonly string[];
  readonly keyBinding: string | undefined;
  readonly problems: readonly string[];
}

function partsOf(token: string): Parts {
  if (token.startsWith('{')) {
    const json: JsonToken = JSON.parse(token);
    const all = json.signatures ?? [json];
    const { disclosures, keyBinding, problems } = readSdJwtHeaders(all.map(({ header }) => header));
    const first = all[0];
    const issuerJwt = `${first?.protected}.${json.payload}.${first?.signature}`;
    return { issuerJwt, disclosures, keyBinding, problems: problems.map(({ code }) => code) };
  }
  const { issuerJwt, disclosures, keyBinding, problems } = readSdJwt(token);
  return {
    issuerJwt: issuerJwt.text,
    disclosures: disclosures.map(({ text }) => text),
    keyBinding: keyBinding?.text,
    problems: problems.map(({ code }) => code),
  };
}

/** The payload of an issuer-signed JWT; of one that was changed whatever it says. */
function payloadOf(issuerJwt: string): JsonObject {
  const content = readContent(decodeBase64url(issuerJwt.split('.')[1] ?? '').bytes);
  return content.kind === 'json' && isJsonObject(content.value) ? content.value : {};
}

async function opened(parts: Parts): Promise<OpenedDisclosures & { readonly done: true }> {
  const answer = await openDisclosures(payloadOf(parts.issuerJwt), parts.disclosures);
  if (!answer.done) throw new Error(`${answer.hash}: ${answer.code}`);
  return answer;
}

async function bindingFaults(parts: Parts, hash: string): Promise<Json> {
  if (parts.keyBinding === undefined) return [];
  const sdHash = await expectedSdHash(compactSdJwt(parts.issuerJwt, parts.disclosures), hash);
  return keyBindingFaults(readKeyBinding(parts.keyBinding), sdHash ?? '').map(({ reason }) => reason);
}

describe('the examples of RFC 9901', () => {
  if (!existsSync(FILE)) {
    test.skip('skipped, because the public vectors do not lie beside the project', () => undefined);
    return;
  }
  const entries: readonly Entry[] = JSON.parse(readFileSync(FILE, 'utf8'));
  const valid = entries.filter(({ sdClaims }) => sdClaims !== undefined);

  test('are 28, and 12 of them have processed claims', () => {
    expect([entries.length, valid.length]).toEqual([28, 12]);
  });

  test.each(valid)('$id gives the processed payload without a fault', async ({ token, sdClaims, sd }) => {
    const parts = partsOf(token);
    const { processed, hash } = await opened(parts);
    expect(parts.problems).toEqual([]);
    expect(processed.faults).toEqual([]);
    expect(processed.processedPayload).toEqual(sdClaims);
    expect(processed.disclosures.map(({ state }) => state)).toEqual(Array(sd?.disclosures).fill('referenced'));
    expect(parts.keyBinding !== undefined).toBe(sd?.keyBinding);
    expect(await bindingFaults(parts, hash)).toEqual([]);
  });

  test.each(valid.filter(({ sd }) => sd?.keyBinding))(
    '$id names the key of its holder',
    async ({ token, sdClaims }) => {
      const { processed } = await opened(partsOf(token));
      const cnf = ownMember(sdClaims ?? {}, 'cnf');
      expect(holderKeyOf(processed.processedPayload)).toEqual({ kind: 'jwk', ...(isJsonObject(cnf) ? cnf : {}) });
    },
  );

  test.each(valid)('$id shown without its disclosures has no fault and no claim of theirs', async ({ token }) => {
    const { processed } = await opened(partsOf(token));
    const presented = presentSdJwt(token, new Set(), processed);
    const bare = await opened(partsOf(presented?.text ?? ''));
    expect(bare.processed.faults).toEqual([]);
    expect(bare.processed.disclosures).toEqual([]);
  });

  const twins = entries.filter(({ twinOf }) => twinOf !== undefined);

  test.each(twins)(
    '$id has the disclosures that it had, and what was changed is no longer what the holder bound to',
    async ({ token, twinOf }) => {
      const original = partsOf(entries.find(({ id }) => id === twinOf)?.token ?? '');
      const changed = partsOf(token);
      expect(changed.issuerJwt).not.toBe(original.issuerJwt);
      expect(changed.disclosures).toEqual(original.disclosures);
      const { processed, hash } = await opened(changed);
      expect(processed.faults).toEqual([]);
      expect(await bindingFaults(changed, hash)).toEqual(changed.keyBinding === undefined ? [] : ['sd-hash']);
    },
  );

  test.each([
    { id: 'rfc9901-5.2-kb-dropped-disclosure', faults: [], binding: ['sd-hash'] },
    // its signature is broken, which the keys tell
    { id: 'rfc9901-5.2-kb-broken', faults: [], binding: [] },
    { id: 'rfc9901-5.2-forged-disclosure', faults: ['disclosure-unreferenced'], binding: [] },
    { id: 'rfc9901-5.2-twice', faults: ['disclosure-duplicate'], binding: [] },
  ])('$id has the fault that was made', async ({ id, faults, binding }) => {
    const parts = partsOf(entries.find((entry) => entry.id === id)?.token ?? '');
    const { processed, hash } = await opened(parts);
    expect(processed.faults.map(({ code }) => code)).toEqual(faults);
    expect(await bindingFaults(parts, hash)).toEqual(binding);
  });

  test('a token that lost its final tilde is no SD-JWT by the letter', () => {
    const token = entries.find(({ id }) => id === 'rfc9901-5.2-no-tilde')?.token ?? '';
    const { disclosures, keyBinding, problems } = readSdJwt(token);
    expect({ disclosures, keyBinding, reasons: problems.map(({ values }) => values.reason) }).toEqual({
      disclosures: [],
      keyBinding: undefined,
      reasons: ['no-final-tilde'],
    });
  });
});
