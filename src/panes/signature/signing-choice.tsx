import { useId } from 'react';
import { Choice } from '../../ui/choice.tsx';
import { SEALING_REASONS, SIGNATURE, SIGNING_REASONS } from '../../words/signature.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import { isEncrypted, openedLayer } from '../open-layer.ts';
import { sealingReason, signingReason } from './signing-reason.ts';

interface SigningChoiceProps {
  readonly view: WorkbenchView;
  readonly setSigning: WorkbenchActions['setSigning'];
}

/** What an edit of header or payload does to the signature, or to the encryption, said where it happens. */
export function SigningChoice({ view, setSigning }: SigningChoiceProps) {
  const reasonId = useId();
  const encrypted = isEncrypted(openedLayer(view));
  const words = encrypted ? SEALING_REASONS[sealingReason(view)] : SIGNING_REASONS[signingReason(view)];
  const reason = view.trouble?.act === 'sign' ? view.trouble.message : words;
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
          { value: 'keep', words: encrypted ? SIGNATURE.keepEncrypted : SIGNATURE.keep },
          {
            value: 'resign',
            words: encrypted ? SIGNATURE.encryptAgain : SIGNATURE.resign,
            ...(view.signing.available ? {} : { unavailable: words }),
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
