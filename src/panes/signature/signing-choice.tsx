import { useId } from 'react';
import { Choice } from '../../ui/choice.tsx';
import { SIGNATURE, SIGNING_REASONS } from '../../words/signature.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import { signingReason } from './signing-reason.ts';

interface SigningChoiceProps {
  readonly view: WorkbenchView;
  readonly setSigning: WorkbenchActions['setSigning'];
}

/** What an edit of header or payload does to the signature, said where it happens. */
export function SigningChoice({ view, setSigning }: SigningChoiceProps) {
  const reasonId = useId();
  const reason = view.trouble?.act === 'sign' ? view.trouble.message : SIGNING_REASONS[signingReason(view)];
  return (
    <div className="signing">
      <span aria-hidden="true" className="signing-label text-small whitespace-nowrap text-ink-2">
        {SIGNATURE.whenYouEdit}
      </span>
      <Choice
        label={SIGNATURE.whenYouEdit}
        value={view.signing.value}
        describedBy={reasonId}
        options={[
          { value: 'keep', words: SIGNATURE.keep },
          {
            value: 'resign',
            words: SIGNATURE.resign,
            ...(view.signing.available ? {} : { unavailable: SIGNING_REASONS[signingReason(view)] }),
          },
        ]}
        onChoose={setSigning}
      />
      <span id={reasonId} className="signing-reason text-small text-ink-3">
        {reason}
      </span>
    </div>
  );
}
