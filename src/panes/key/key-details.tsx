/** What is said about the key in the box once it has been read. Fetched with the first key. */
import type { KeyNoteCode } from '../../engine/codes.ts';
import type { KeyReport } from '../../engine/types.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { KEY_REPORT } from '../../words/key-report.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import { isEncrypted, openedLayer, openLayer } from '../open-layer.ts';
import type { PageActs } from '../page-acts.ts';
import { KeyFacts } from './key-facts.tsx';
import { KeyPassphrase, SecretEncoding } from './key-reading.tsx';
import { KeyRing } from './key-ring.tsx';

export interface KeyDetailsProps {
  readonly view: WorkbenchView;
  readonly actions: WorkbenchActions;
  readonly acts: PageActs;
}

export function KeyDetails({ view, actions, acts }: KeyDetailsProps) {
  const { key } = view;
  const report = key.report;
  const encrypted = isEncrypted(openedLayer(view));
  const blank = key.text.trim() === '';
  return (
    <>
      {report === undefined || blank ? null : <KeyProblem report={report} readAs={actions.setKeyEncoding} />}
      <KeyPassphrase view={view} setPassphrase={actions.setPassphrase} />
      <SecretEncoding view={view} setKeyEncoding={actions.setKeyEncoding} />
      {report === undefined || report.problem !== undefined ? null : (
        <KeyFacts report={report} encrypted={encrypted} actions={actions} acts={acts} />
      )}
      {report?.members === undefined ? null : <KeyRing members={report.members} />}
      <KeyNotes report={report} encrypted={encrypted} />
      <Exceptions view={view} actions={actions} />
    </>
  );
}

interface KeyProblemProps {
  readonly report: KeyReport;
  readAs(encoding: 'utf8'): void;
}

/** What is wrong with the text in the box, below the box. */
function KeyProblem({ report, readAs }: KeyProblemProps) {
  const { problem } = report;
  if (problem === undefined || problem.code === 'passphrase-needed') return null;
  return (
    <Notice
      tone="fail"
      acts={
        problem.code === 'not-a-key' ? (
          <LinkButton onClick={() => readAs('utf8')}>{KEY_REPORT.useAsSecret}</LinkButton>
        ) : undefined
      }
    >
      {problem.message}
    </Notice>
  );
}

/** What only matters where a key checks signatures. */
const OF_SIGNATURES: ReadonlySet<KeyNoteCode> = new Set<KeyNoteCode>(['private-key-given', 'hmac-key-short']);

/** More notes than these are about members of a large set, and stand in its list. */
const MOST_NOTES = 4;

interface KeyNotesProps {
  readonly report: KeyReport | undefined;
  readonly encrypted: boolean;
}

function KeyNotes({ report, encrypted }: KeyNotesProps) {
  const notes = [report, ...(report?.members ?? [])]
    .flatMap((one) => one?.notes ?? [])
    .filter(({ code }) => !encrypted || !OF_SIGNATURES.has(code));
  const distinct = [...new Map(notes.map((note) => [note.message, note])).values()];
  return distinct.slice(0, MOST_NOTES).map(({ code, message }) => (
    <Notice
      key={message}
      tone={code === 'kid-differs' || code === 'hmac-key-short' || code === 'rsa-key-small' ? 'warn' : 'note'}
    >
      {message}
    </Notice>
  ));
}

/** The two ways around a rule, each by a press and each said while it lasts. */
function Exceptions({ view, actions }: Pick<KeyDetailsProps, 'view' | 'actions'>) {
  const { key } = view;
  const verdict = openLayer(view)?.verdict ?? view.verdict;
  if (key.useTokenKey && key.text.trim() === '') {
    return (
      <Notice
        tone="warn"
        acts={<LinkButton onClick={() => actions.setUseTokenKey(false)}>{KEY_REPORT.notTokenKey}</LinkButton>}
      >
        {KEY_REPORT.tokenKeyUsed}
      </Notice>
    );
  }
  if (key.ignoreKid) {
    return (
      <Notice
        tone="note"
        acts={<LinkButton onClick={() => actions.setIgnoreKid(false)}>{KEY_REPORT.onlyKid}</LinkButton>}
      >
        {KEY_REPORT.kidIgnored}
      </Notice>
    );
  }
  if (verdict.code === 'kid-unknown') {
    return (
      <Notice
        tone="note"
        acts={<LinkButton onClick={() => actions.setIgnoreKid(true)}>{KEY_REPORT.tryAll}</LinkButton>}
      >
        {verdict.verdict?.message}
      </Notice>
    );
  }
  return null;
}
