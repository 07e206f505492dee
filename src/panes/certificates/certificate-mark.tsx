/** A line between certificates: a shape, a word, and what is to be said of it. */
import type { ReactNode } from 'react';
import type { CertificateLink, SignatureCheck } from '../../engine/certificates/shapes.ts';
import type { Tone } from '../../ui/chip.tsx';
import { type Shape, StateShape } from '../../ui/state-shape.tsx';
import { VisibleText } from '../../ui/visible-text.tsx';
import { linkRemarks, linkWords } from '../../words/certificates.ts';

interface MarkProps {
  readonly tone: Tone;
  readonly shape: Shape;
  readonly words: string;
  readonly children?: ReactNode;
}

export function Mark({ tone, shape, words, children }: MarkProps) {
  return (
    <div className={`certificate-mark tone-${tone}`}>
      <StateShape shape={shape} />
      <div className="min-w-0">
        <p className="certificate-mark-word">{words}</p>
        {children === undefined || children === null ? null : <p>{children}</p>}
      </div>
    </div>
  );
}

type Look = Pick<MarkProps, 'tone' | 'shape'>;

const LOOKS: Readonly<Record<SignatureCheck['state'], Look>> = {
  signed: { tone: 'ok', shape: 'tick-disc' },
  'not-signed': { tone: 'fail', shape: 'cross-octagon' },
  cannot: { tone: 'idle', shape: 'slash-ring' },
};

/** A signature by someone who may not sign is no reason for green. */
const SIGNED_AND_ODD: Look = { tone: 'warn', shape: 'triangle' };

interface LinkMarkProps {
  readonly link: CertificateLink;
  /** of the certificate before it */
  readonly index: number;
}

/** Whether the next certificate's key signed the one before it. */
export function LinkMark({ link: { signature, namesMatch, nextIsCa }, index }: LinkMarkProps) {
  const remarks = linkRemarks(namesMatch, nextIsCa);
  const isOdd = signature.state === 'signed' && remarks.length > 0;
  const reasons = signature.state === 'signed' ? remarks : [signature.message, ...remarks];
  return (
    <Mark {...(isOdd ? SIGNED_AND_ODD : LOOKS[signature.state])} words={linkWords(signature.state, index)}>
      {reasons.length === 0 ? null : <VisibleText>{reasons.join(' ')}</VisibleText>}
    </Mark>
  );
}
