/** What is said of each layer, as facts for the words. */
import type { ContentNotice, ProblemCode } from '../../engine/codes.ts';
import type { Opened } from '../../engine/open.ts';
import { isJsonObject, ownMember } from '../../engine/token/json-kind.ts';
import type { JoseObject } from '../../engine/token/shapes.ts';
import type { Json, JsonObject, Problem } from '../../engine/types.ts';
import { needsSecret } from '../../engine/verdict/without-key.ts';
import type { JweWork, Opener, Provenance } from '../../words/layers.ts';
import type { LayerView, ShownVerdict } from '../../workbench/types.ts';

export function stringMember(header: Json | undefined, name: string): string | undefined {
  const value = isJsonObject(header) ? ownMember(header, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** `alg` and `kid` of a layer with one signature or recipient; of several each has its own. */
export function soleHeader({ opened }: LayerView): JsonObject | undefined {
  const { object } = opened;
  const entries = object?.type === 'jws' ? object.signatures : object?.recipients;
  return entries?.length === 1 ? entries[0]?.header : undefined;
}

export function jweWorkOf(object: JoseObject & { readonly type: 'jwe' }): JweWork {
  const [first] = object.recipients;
  const rounds = ownMember(first?.header ?? {}, 'p2c');
  return {
    alg: object.recipients.length === 1 ? first?.alg : undefined,
    enc: first?.enc,
    ...(typeof rounds === 'number' ? { rounds } : {}),
    recipients: object.recipients.length,
  };
}

const NOTICES: Readonly<Record<ContentNotice, true>> = {
  rsa1_5: true,
  'draft-algorithm': true,
  'gcm-iv-16': true,
  'epk-as-string': true,
  'zip-zlib-wrapped': true,
  'zip-not-compressed': true,
  'zip-broken': true,
  'inflated-large': true,
  'epk-base64': true,
  'salt-short': true,
};

/** Found on opening the content, deciding nothing. */
export function isNotice(code: ProblemCode): boolean {
  return Object.hasOwn(NOTICES, code);
}

/** Problems of the disclosures are told where the disclosures are. */
export function noticesOf({ problems }: LayerView): readonly Problem[] {
  return distinct(problems.filter(({ code }) => isNotice(code)));
}

/** The same sentence is told once. */
export function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [`${problem.code} ${problem.message}`, problem])).values()];
}

/** The key that is asked for, or undefined where another one would not help. */
export type KeyWish = { readonly kind: 'add'; readonly need: string } | { readonly kind: 'change' } | undefined;

const KEYLESS: ReadonlySet<ShownVerdict['code']> = new Set([
  'no-token',
  'payload-detached',
  'pbes2-rounds',
  'stopped',
  'engine-missing',
]);

const FAILED_WITH_KEY: ReadonlySet<ShownVerdict['code']> = new Set([
  'signature-mismatch',
  'some-signatures-failed',
  'decryption-failed',
]);

/** Where a key may still be the answer. Those of other layers were tried too; what is missing is this one's own. */
export function keyWish({ opened, verdict, hasKey }: LayerView): KeyWish {
  const { state, code, busy } = verdict;
  const mayHelp = state === 'unchecked' ? !KEYLESS.has(code) : FAILED_WITH_KEY.has(code);
  if (busy || !mayHelp) return undefined;
  return hasKey ? { kind: 'change' } : { kind: 'add', need: needOf(opened) };
}

function needOf({ object }: Opened): string {
  if (object?.type !== 'jws') return openerOf(object?.recipients[0]?.alg ?? '');
  return needsSecret(object.signatures[0]?.alg ?? '') ? 'secret' : 'public-key';
}

/** A sentence is told where the word on the chip does not say it all. */
export function sentenceOf({ verdict }: LayerView): string | undefined {
  const { state, code, busy, sentence } = verdict;
  if (busy || sentence === '' || code === 'key-missing') return undefined;
  return state === 'verified' || state === 'decrypted' || state === 'signed' ? undefined : sentence;
}

/** What is known of who wrote the innermost content: no more than the weakest layer around it allows. */
export function provenanceOf(layers: readonly LayerView[]): Provenance {
  const innermost = layers.at(-1)?.verdict;
  const isGood = ({ verdict }: LayerView) => ['verified', 'decrypted', 'signed'].includes(verdict.state);
  if (innermost === undefined || innermost.busy || !layers.every(isGood)) return 'unproven';
  if (innermost.state === 'signed') return innermost.code === 'encrypted-here' ? 'decrypted' : 'signed-here';
  if (innermost.state === 'decrypted') return layers.some(isSigned) ? 'unproven' : 'decrypted';
  const done = innermost.verdict;
  return done?.state === 'verified' && done.trust === 'your-key' ? 'signed' : 'own-key';
}

function isSigned({ opened }: LayerView): boolean {
  return opened.object?.type === 'jws';
}

/** The innermost layer that was decrypted, by whose key, and the first signed one inside of it. */
export function decryptionIn(
  layers: readonly LayerView[],
): { readonly opener: Opener; readonly signedLayer: number | undefined } | undefined {
  const depth = layers.findLastIndex(({ verdict }) => verdict.verdict?.state === 'decrypted' && !verdict.busy);
  const alg = layers[depth]?.verdict.verdict?.values.alg;
  if (depth < 0) return undefined;
  const inside = layers.findIndex((layer, index) => index > depth && isSigned(layer));
  return { opener: openerOf(String(alg ?? '')), signedLayer: inside < 0 ? undefined : inside + 1 };
}

function openerOf(alg: string): Opener {
  if (alg.startsWith('PBES2')) return 'password';
  return alg.startsWith('RSA') || alg.startsWith('ECDH') ? 'private-key' : 'secret';
}
