/** Why edits keep the signature or sign again: the words beside the choice. */

import type { SigningReason } from '../../words/signature.ts';
import type { WorkbenchView } from '../../workbench/types.ts';

type Facts = Pick<WorkbenchView, 'text' | 'key' | 'signing' | 'verdict' | 'opened'>;

export function signingReason({ text, key, signing, verdict, opened }: Facts): SigningReason {
  if (!signing.available) return whyNot(text, key);
  if (opened.token?.alg === 'none' && signing.value === 'resign') return 'unsecured';
  if (signing.value === 'resign') return 'resigns';
  return verdict.state === 'failed' ? 'hides-failure' : 'keeps';
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
