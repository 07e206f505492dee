/** Why edits keep the signature or sign again: the words beside the choice. */

import type { SealingReason, SigningReason } from '../../words/signature.ts';
import type { WorkbenchView } from '../../workbench/types.ts';
import { algOf } from '../open-layer.ts';

type Facts = Pick<WorkbenchView, 'text' | 'key' | 'signing' | 'verdict' | 'opened' | 'layers' | 'layer'>;

export function signingReason(facts: Facts): SigningReason {
  const { text, key, signing, verdict, opened, layers, layer } = facts;
  if (!signing.available) return whyNot(text, key);
  if (algOf(layers[layer]?.opened ?? opened) === 'none' && signing.value === 'resign') return 'unsecured';
  if (signing.value === 'resign') return 'resigns';
  return verdict.state === 'failed' ? 'hides-failure' : 'keeps';
}

/** The engine has not answered what the key can do. */
const UNDECIDED: ReadonlySet<WorkbenchView['verdict']['code']> = new Set(['stopped', 'engine-missing']);

/** The same for an encrypted layer. */
export function sealingReason({ key, signing, verdict }: Facts): SealingReason {
  if (signing.available) return signing.value === 'resign' ? 'again' : 'keeps';
  if (key.text.trim() === '') return 'no-key';
  if (verdict.busy || UNDECIDED.has(verdict.code)) return 'undecided';
  return key.report?.problem === undefined ? 'cannot-encrypt' : 'unreadable';
}

function whyNot(text: string, key: WorkbenchView['key']): SigningReason {
  if (key.text.trim() === '') return 'no-key';
  if (text === '') return 'no-token';
  const report = key.report;
  if (report?.problem !== undefined) return 'unreadable';
  const isPublic = report !== undefined && report.kty !== 'oct' && !holdsPrivate(report);
  return isPublic && report.kty !== undefined ? 'public-key' : 'other-key';
}

function holdsPrivate(report: NonNullable<WorkbenchView['key']['report']>): boolean {
  return report.private || (report.members ?? []).some((member) => member.private || member.kty === 'oct');
}
