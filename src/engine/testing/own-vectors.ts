/** Reads the project's own vectors. For Node; a browser run gets the cases that this gives, as JSON. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InspectInput, KeyInput } from '../types.ts';
import { projectRoot } from './project-root.ts';
import type { VectorCase, VectorExpectation } from './vector-case.ts';

/** A row with a token: a key is written out, or named where many rows use it. */
interface TokenRow extends Omit<InspectInput, 'keys' | 'detachedPayload'> {
  readonly id: string;
  /** the row with the token that this one was made of by a change */
  readonly twinOf?: string;
  readonly keys: readonly (KeyInput | string)[];
  readonly detachedPayload?: string;
  readonly detachedHex?: string;
  readonly expect: VectorExpectation;
}

interface RowFile {
  readonly keys: Readonly<Record<string, KeyInput>>;
  readonly cases: readonly TokenRow[];
}

interface TokenFile extends RowFile {
  /** for each family of keys, the row with a token that its key verifies */
  readonly families: Readonly<Record<string, string>>;
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

/** The files of everything beyond compact JWS. */
export const OBJECT_FILES = ['jwe', 'jwe-by-hand', 'nested', 'jws-json', 'detached', 'sd-jwt', 'dpop'] as const;
export type ObjectFile = (typeof OBJECT_FILES)[number];

/** Every row of one of them; the file's name stands before its id. */
export function ownObjectCases(name: ObjectFile): readonly VectorCase[] {
  const file: RowFile = JSON.parse(readVectorFile(`${name}.json`));
  return file.cases.map((row) => {
    const vector = caseFrom(row, file);
    return { ...vector, id: `${name} ${vector.id}` };
  });
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
  return [...ownTokenCases(), ...ownKeyCases(), ...ownFormatCases(), ...OBJECT_FILES.flatMap(ownObjectCases)];
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

function caseFrom({ id, twinOf, keys, detachedHex, expect, ...given }: TokenRow, file: RowFile): VectorCase {
  const named = keys.map((key) => (typeof key === 'string' ? namedKey(key, file) : key));
  return { id, input: { ...given, keys: named }, ...(detachedHex !== undefined && { detachedHex }), expect };
}

function namedKey(name: string, file: RowFile): KeyInput {
  const key = file.keys[name];
  if (!key) throw new Error(`no key of the file is named ${name}`);
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
