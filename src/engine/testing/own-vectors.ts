/** Reads the project's own vectors. For Node; a browser run gets the cases that this gives, as JSON. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InspectInput, KeyInput } from '../types.ts';
import { projectRoot } from './project-root.ts';
import type { VectorCase, VectorExpectation } from './vector-case.ts';

/** A row of tokens.json: a key is written out, or named where many rows use it. */
interface TokenRow extends Omit<InspectInput, 'keys'> {
  readonly id: string;
  readonly keys: readonly (KeyInput | string)[];
  readonly expect: VectorExpectation;
}

interface TokenFile {
  readonly keys: Readonly<Record<string, KeyInput>>;
  /** for each family of keys, the row with a token that its key verifies */
  readonly families: Readonly<Record<string, string>>;
  readonly cases: readonly TokenRow[];
}

interface KeyRow {
  readonly id: string;
  readonly family?: string;
  readonly key: KeyInput;
  readonly expect: VectorExpectation;
}

/** Every row of tokens.json. */
export function ownTokenCases(): readonly VectorCase[] {
  const file = readTokenFile();
  return file.cases.map((row) => caseFrom(row, file));
}

/** Every row of keys.json: the key alone, with no token. */
export function ownKeyCases(): readonly VectorCase[] {
  return readKeyRows().map(({ id, key, expect }) => ({ id: `key ${id}`, input: { text: '', keys: [key] }, expect }));
}

/** Each format of each public or private key on a token that was signed with it. */
export function ownFormatCases(): readonly VectorCase[] {
  const file = readTokenFile();
  const tokens = new Map(file.cases.map((row) => [row.id, row]));
  return readKeyRows().flatMap((row) => {
    const token = tokens.get(file.families[row.family ?? ''] ?? '');
    if (!token) return [];
    return [{ id: `${token.id} with ${row.id}`, input: { text: token.text, keys: [row.key] }, expect: token.expect }];
  });
}

/** All of them, as they are to run in a browser. */
export function ownCases(): readonly VectorCase[] {
  return [...ownTokenCases(), ...ownKeyCases(), ...ownFormatCases()];
}

/**
 * Every token of tokens.json that was signed by whoever holds the key, byte for byte. Rows that ask for another key than
 * the right one hold such tokens too; twins, and tokens whose answer is no, do not.
 */
export function ownSignedTokens(): ReadonlySet<string> {
  const signed = readTokenFile().cases.flatMap(({ text, expect: { state, code } }) => {
    const holdsSigned = state === 'verified' || (state === 'unchecked' && code !== 'payload-detached');
    return holdsSigned ? text.split(/\s+/).filter((piece) => COMPACT.test(piece)) : [];
  });
  return new Set(signed);
}

const COMPACT = /^eyJ[\w-]+\.[\w-]*\.[\w-]+$/;

function caseFrom(row: TokenRow, file: TokenFile): VectorCase {
  const { id, expect, keys, text, pick, ignoreKid, useTokenKey } = row;
  const input: InspectInput = {
    text,
    keys: keys.map((key) => (typeof key === 'string' ? namedKey(key, file) : key)),
    ...(pick !== undefined && { pick }),
    ...(ignoreKid !== undefined && { ignoreKid }),
    ...(useTokenKey !== undefined && { useTokenKey }),
  };
  return { id, input, expect };
}

function namedKey(name: string, file: TokenFile): KeyInput {
  const key = file.keys[name];
  if (!key) throw new Error(`tokens.json has no key named ${name}`);
  return key;
}

function readTokenFile(): TokenFile {
  return JSON.parse(readVectorFile('tokens.json'));
}

function readKeyRows(): readonly KeyRow[] {
  return JSON.parse(readVectorFile('keys.json')).cases;
}

function readVectorFile(name: string): string {
  return readFileSync(join(projectRoot(), 'src/engine/vectors', name), 'utf8');
}
