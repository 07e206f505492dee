import { useState } from 'react';
import type { KeyReport } from '../../engine/types.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { KEY_REPORT } from '../../words/key-report.ts';
import type { KeyForm, WorkbenchActions } from '../../workbench/types.ts';
import type { PageActs } from '../page-acts.ts';
import { canCheck } from './can-check.ts';
import { canOpen } from './can-open.ts';

interface KeyFactsProps {
  readonly report: KeyReport;
  /** the key is to open an encrypted token */
  readonly encrypted: boolean;
  readonly actions: WorkbenchActions;
  readonly acts: PageActs;
}

/** What a single key can do, its name for machines, and its other forms. A set says this key by key. */
export function KeyFacts({ report, encrypted, actions, acts }: KeyFactsProps) {
  const single = report.members === undefined;
  const algorithms = !single ? [] : encrypted ? canOpen(report) : canCheck(report);
  const isPublic = report.kty !== undefined && report.kty !== 'oct' && !report.private;
  return (
    <dl className="facts">
      {single ? (
        <>
          <dt>{encrypted ? KEY_REPORT.canOpen : KEY_REPORT.canCheck}</dt>
          <dd>
            {algorithms.length > 0
              ? algorithms.join(' ')
              : encrypted && isPublic
                ? KEY_REPORT.publicOnly
                : KEY_REPORT.nothingFits}
          </dd>
        </>
      ) : null}
      {report.thumbprint === undefined ? null : (
        <>
          <dt>{KEY_REPORT.thumbprint}</dt>
          <dd className="flex items-center">
            <code className="truncate text-[11.5px]" title={report.thumbprint}>
              {report.thumbprint}
            </code>
            <CopyButton label={KEY_REPORT.copyThumbprint} text={() => report.thumbprint} onRefused={acts.copyRefused} />
          </dd>
        </>
      )}
      {single && report.kty !== undefined && report.kty !== 'oct' ? (
        <CopyForms isPrivate={report.private} actions={actions} acts={acts} />
      ) : null}
    </dl>
  );
}

interface CopyFormsProps extends Omit<KeyFactsProps, 'report' | 'encrypted'> {
  readonly isPrivate: boolean;
}

const PUBLIC_FORMS = [
  { as: 'jwk-public', words: KEY_REPORT.jwk, label: KEY_REPORT.copyJwk },
  { as: 'pem-public', words: KEY_REPORT.pem, label: KEY_REPORT.copyPem },
] as const;
const PRIVATE_FORMS = [
  { as: 'jwk-private', words: KEY_REPORT.privateJwk, label: KEY_REPORT.copyPrivateJwk },
  { as: 'pem-private', words: KEY_REPORT.privatePem, label: KEY_REPORT.copyPrivatePem },
] as const;

function CopyForms({ isPrivate, actions, acts }: CopyFormsProps) {
  const [cannot, setCannot] = useState<string>();

  async function write(as: KeyForm): Promise<string | undefined> {
    const answer = await actions.exportKey(as);
    setCannot('cannot' in answer ? answer.cannot : undefined);
    return 'text' in answer ? answer.text : undefined;
  }

  return (
    <>
      <dt>{KEY_REPORT.copyAs}</dt>
      <dd className="flex flex-wrap items-center gap-x-3">
        {[...PUBLIC_FORMS, ...(isPrivate ? PRIVATE_FORMS : [])].map(({ as, words, label }) => (
          <CopyButton key={as} label={label} words={words} text={() => write(as)} onRefused={acts.copyRefused} />
        ))}
        {cannot === undefined ? null : (
          <span role="alert" className="text-fail">
            {cannot}
          </span>
        )}
      </dd>
    </>
  );
}
