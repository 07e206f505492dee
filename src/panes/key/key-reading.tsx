import { useId } from 'react';
import type { KeyEncoding } from '../../engine/types.ts';
import { Choice } from '../../ui/choice.tsx';
import { PRIVATE_FIELD } from '../../ui/private-field.ts';
import { ENCODINGS, KEY_REPORT } from '../../words/key-report.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';

const CHOICES: readonly KeyEncoding[] = ['auto', 'utf8', 'base64', 'base64url', 'hex'];

interface SecretEncodingProps {
  readonly view: WorkbenchView;
  readonly setKeyEncoding: WorkbenchActions['setKeyEncoding'];
}

/** How the characters of a shared secret become bytes. Asked only where the text is one, or was said to be one. */
export function SecretEncoding({ view, setKeyEncoding }: SecretEncodingProps) {
  const { text, encoding, report } = view.key;
  const isSecret = report !== undefined && report.encoding !== undefined && report.members === undefined;
  if ((text.trim() === '' || !isSecret) && encoding === 'auto') return null;
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 pt-2">
      <span aria-hidden="true" className="text-small text-ink-2">
        {KEY_REPORT.readAs}
      </span>
      <Choice
        label={KEY_REPORT.secretReadAs}
        value={encoding}
        options={CHOICES.map((value) => ({ value, words: ENCODINGS[value] }))}
        onChoose={setKeyEncoding}
      />
    </div>
  );
}

interface KeyPassphraseProps {
  readonly view: WorkbenchView;
  readonly setPassphrase: WorkbenchActions['setPassphrase'];
}

/** Asked for where the private key is encrypted. */
export function KeyPassphrase({ view, setPassphrase }: KeyPassphraseProps) {
  const id = useId();
  const { passphrase, report } = view.key;
  const problem = report?.problem?.code;
  if (problem !== 'passphrase-needed' && problem !== 'passphrase-wrong' && passphrase === '') return null;
  return (
    <div className="flex items-center gap-2 px-4 pt-2">
      <label htmlFor={id} className="text-small text-ink-2">
        {KEY_REPORT.passphrase}
      </label>
      <input
        id={id}
        {...PRIVATE_FIELD}
        type="text"
        data-masked="true"
        aria-invalid={problem === 'passphrase-wrong'}
        className="field h-(--h-control) px-2 font-mono text-small"
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
    </div>
  );
}
