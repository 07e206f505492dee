/** In which order a sound verifier would decide, and where it would stop. */
import { useId, useMemo, useState } from 'react';
import { type DecisionInput, decisionLog } from '../../engine/checks/decision.ts';
import type { Conclusion, DecisionStep } from '../../engine/types.ts';
import { IconButton } from '../../ui/button.tsx';
import type { Tone } from '../../ui/chip.tsx';
import { type Shape, StateShape } from '../../ui/state-shape.tsx';
import { VisibleText } from '../../ui/visible-text.tsx';
import { CHECKS, conclusionWords, stepName, stepOutcome } from '../../words/checks.ts';
import { References } from './references.tsx';

interface Look {
  readonly tone: Tone;
  readonly shape: Shape;
}

const CONCLUSIONS: Readonly<Record<Conclusion['outcome'], Look>> = {
  accept: { tone: 'ok', shape: 'tick-ring' },
  refuse: { tone: 'fail', shape: 'cross-octagon' },
  undecided: { tone: 'idle', shape: 'dashed-ring' },
};

const STEPS: Readonly<Record<DecisionStep['outcome'], Look>> = {
  ok: { tone: 'ok', shape: 'tick-disc' },
  stop: { tone: 'fail', shape: 'cross-octagon' },
  cannot: { tone: 'idle', shape: 'slash-ring' },
  skipped: { tone: 'idle', shape: 'dashed-ring' },
  'not-asked': { tone: 'idle', shape: 'dashed-ring' },
};

export function DecisionView({ verdict, layers, checks }: DecisionInput) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { steps, conclusion } = useMemo(() => decisionLog({ verdict, layers, checks }), [verdict, layers, checks]);
  return (
    <section aria-labelledby={id} className="decision">
      <div className="decision-head">
        <IconButton
          icon="down"
          label={CHECKS.steps}
          aria-expanded={isOpen}
          className="unfold"
          onClick={() => setOpen(!isOpen)}
        />
        <h3 id={id}>{CHECKS.decision}</h3>
        <Mark look={CONCLUSIONS[conclusion.outcome]} words={conclusionWords(conclusion.outcome)} />
      </div>
      <p className="check-reason">{conclusion.message}</p>
      {isOpen ? (
        <ol aria-label={CHECKS.steps} className="decision-steps">
          {steps.map((step) => (
            <Step key={step.id} step={step} />
          ))}
        </ol>
      ) : null}
    </section>
  );
}

function Step({ step }: { readonly step: DecisionStep }) {
  const { id, outcome, message, refs } = step;
  return (
    <li data-step={id} data-outcome={outcome}>
      <div className="decision-step">
        <b>{stepName(id)}</b>
        <Mark look={STEPS[outcome]} words={stepOutcome(outcome)} />
      </div>
      {outcome === 'skipped' ? null : (
        <p className="check-reason">
          <VisibleText>{message}</VisibleText> <References refs={refs} />
        </p>
      )}
    </li>
  );
}

function Mark({ look: { tone, shape }, words }: { readonly look: Look; readonly words: string }) {
  return (
    <span className={`outcome tone-${tone}`}>
      <StateShape shape={shape} />
      {words}
    </span>
  );
}
