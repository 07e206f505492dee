/** PEM texts: one block or several, however they are written. */
import { lineColumnAt } from '../token/line-column.ts';
import type { KeyReport } from '../types.ts';
import type { DerKey } from './der/read-der.ts';
import { sequenceLength } from './der-length.ts';
import { type KeyFormat, pemFormat, structureOfLabel, writtenFormat } from './formats.ts';
import { materialFromJwk } from './material.ts';
import { noteOf, problemReport } from './outcome.ts';
import { contentOf, type PemBlock } from './pem-blocks.ts';
import {
  described,
  type Member,
  readKeyFromOne,
  readKeyFromSet,
  withChainsShortened,
  withHalvesJoined,
} from './several.ts';
import type { KeyNote, KeyProblem, Outcome, ReadKey } from './shapes.ts';

interface Source {
  readonly text: string;
  /** whether the text is the pasted one, so that places in it can be told */
  readonly isPasted: boolean;
  readonly passphrase: string | undefined;
}

/** The keys of all blocks: a chain counts as its first certificate, private and public block of one key as one. */
export async function readPem(blocks: readonly PemBlock[], source: Source): Promise<ReadKey> {
  const members = await pemMembers(blocks, source);
  const [first] = members;
  return first !== undefined && members.length === 1 ? readKeyFromOne(first) : readKeyFromSet(members, 'pem-set');
}

/** What the blocks of a text come to, at least one. */
export async function pemMembers(blocks: readonly PemBlock[], source: Source): Promise<readonly Member[]> {
  const read: { readonly block: PemBlock; readonly members: readonly Member[] }[] = [];
  for (const block of blocks) read.push({ block, members: await membersOf(block, source) });
  const withKeys = read.filter(({ block, members }) => !holdsNoKey(block, members));
  const [only] = withKeys;
  if (read.length === 1 || withKeys.length === 0)
    return (read[0]?.members ?? []).map((member) => asWritten(member, read[0]?.block, source.text));
  if (withKeys.length === 1 && only !== undefined) return withParameters(only.members, blocks);
  return withHalvesJoined(withChainsShortened(withKeys.flatMap(({ members }) => members)));
}

/** EC PARAMETERS, a revocation list and the like beside a key. */
function holdsNoKey(block: PemBlock, members: readonly Member[]): boolean {
  return (
    structureOfLabel(block.label) === undefined && members.every(({ report }) => report.problem?.code === 'not-a-key')
  );
}

function asWritten(member: Member, block: PemBlock | undefined, text: string): Member {
  if (block === undefined) return member;
  // a report's format is one of the words of `formats.ts`; those of OpenSSH are not changed by how the block is written
  const base = pemFormatOf(block);
  return member.report.format === base ? described(member, { format: writtenFormat(text, block, base) }) : member;
}

function withParameters(members: readonly Member[], blocks: readonly PemBlock[]): readonly Member[] {
  const hasParameters = blocks.some(({ label }) => label === 'EC PARAMETERS');
  return members.map((member) =>
    hasParameters && member.report.format === 'pem-sec1'
      ? described(member, { format: 'pem-sec1-with-params' })
      : member,
  );
}

function pemFormatOf(block: PemBlock): KeyFormat {
  return pemFormat(structureOfLabel(block.label));
}

async function membersOf(block: PemBlock, source: Source): Promise<readonly Member[]> {
  const format = block.label === 'OPENSSH PRIVATE KEY' ? 'openssh-private' : pemFormatOf(block);
  const refuse = (problem: KeyProblem): readonly Member[] => [{ report: problemReport(format, problem) }];
  const early = problemOfLabel(block.label);
  if (early !== undefined) return refuse(early);
  const content = contentOf(block);
  if (content.kind === 'bad-base64') return refuse(badBase64(source, content.at));
  if (content.isEncrypted) return refuse({ code: 'unsupported-format', values: { found: 'pem-encrypted' } });
  if (format === 'openssh-private') {
    const { readOpensshPrivate } = await import('./openssh/read-openssh.ts');
    const { jwks, problem } = readOpensshPrivate(content.bytes);
    if (problem !== undefined) return refuse(problem);
    return Promise.all(jwks.map((jwk) => materialFromJwk(jwk, format, notesOfEnd(block))));
  }
  if (content.bytes.length === 0) return refuse({ code: 'truncated', values: { what: 'pem' } });
  const { readDer } = await import('./der/read-der.ts');
  const der = await readDer(wholeBytes(block, content.bytes), source.passphrase);
  return [await memberFrom(block, format, der)];
}

/** Blocks that are known to hold no key that could be used here. */
function problemOfLabel(label: string): KeyProblem | undefined {
  if (label.startsWith('PGP ')) return { code: 'not-a-key', values: { what: 'pgp', label } };
  if (label.startsWith('SSH2 ')) return { code: 'unsupported-format', values: { found: 'ssh2' } };
  if (label.endsWith(' PARAMETERS')) return { code: 'not-a-key', values: { what: 'parameters', label } };
  return undefined;
}

function badBase64({ text, isPasted }: Source, at: number): KeyProblem {
  if (!isPasted) return { code: 'bad-base64', values: { what: 'pem' } };
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return { code: 'bad-base64', values: { what: 'pem', character, ...lineColumnAt(text, at) }, at };
}

/** OpenSSL writes what it trusts a certificate for behind the certificate itself. */
function wholeBytes(block: PemBlock, bytes: Uint8Array): Uint8Array {
  return block.label === 'TRUSTED CERTIFICATE' ? bytes.subarray(0, sequenceLength(bytes) ?? bytes.length) : bytes;
}

async function memberFrom(block: PemBlock, format: KeyFormat, der: Outcome<DerKey>): Promise<Member> {
  if (!der.ok) return { report: problemReport(format, withLabel(block, der.problem)) };
  const { structure, jwk, names } = der.value;
  const mismatch = mismatchOf(block, der.value);
  if (mismatch?.code === 'wrong-label')
    return { report: problemReport(format, { code: mismatch.code, values: mismatch.values }) };
  const notes = [...notesOfEnd(block), ...(mismatch === undefined ? [] : [noteOf(mismatch.code, mismatch.values)])];
  if (structure === 'csr') notes.push(noteOf('certificate-request'));
  const isUnlabelled = structureOfLabel(block.label) === undefined;
  const member = await materialFromJwk(jwk, isUnlabelled ? pemFormat(structure) : format, notes);
  return names === undefined ? member : { ...member, names };
}

/** A label of no key over bytes of no key is named; under the label of a key the bytes are at fault. */
function withLabel(block: PemBlock, problem: KeyProblem): KeyProblem {
  if (problem.code !== 'not-a-key') return problem;
  const what = structureOfLabel(block.label) === undefined ? 'label' : 'label-of-key';
  return { code: 'not-a-key', values: { what, label: block.label } };
}

type Mismatch =
  | { readonly code: 'wrong-label'; readonly values: KeyProblem['values'] }
  | { readonly code: 'label-differs'; readonly values: KeyProblem['values'] };

/**
 * Bytes of another kind than the label says are read and named. But a private key under a public label, and the other
 * way round, is refused: someone is about to publish the one, or to trust the other.
 */
function mismatchOf({ label, endLabel }: PemBlock, { structure, jwk }: DerKey): Mismatch | undefined {
  const promised = structureOfLabel(label);
  if (promised === undefined) return undefined;
  const values = { label, found: structure };
  if (promised !== structure) {
    const promisesPrivate = label.endsWith('PRIVATE KEY');
    const isPrivate = jwk.d !== undefined || jwk.priv !== undefined;
    return { code: promisesPrivate === isPrivate ? 'label-differs' : 'wrong-label', values };
  }
  return endLabel === undefined || endLabel === label
    ? undefined
    : { code: 'label-differs', values: { ...values, end: endLabel } };
}

function notesOfEnd(block: PemBlock): readonly KeyNote[] {
  return block.endLabel === undefined ? [noteOf('end-line-missing')] : [];
}

/** The report of a text with an END line and nothing before it. */
export function beginLineMissing(): KeyReport {
  return problemReport('pem-other', { code: 'truncated', values: { what: 'begin-line' } });
}
