/** `x5t` and `x5t#S256` of the header beside the first certificate. */
import type { CertificateChain, ThumbprintComparison } from '../../engine/certificates/shapes.ts';
import type { Tone } from '../../ui/chip.tsx';
import type { Shape } from '../../ui/state-shape.tsx';
import { CERTIFICATES, comparisonWords, sameHashWords } from '../../words/certificates.ts';
import { Mark } from './certificate-mark.tsx';

const LOOKS: Readonly<Record<ThumbprintComparison['state'], { readonly tone: Tone; readonly shape: Shape }>> = {
  absent: { tone: 'idle', shape: 'dashed-ring' },
  equal: { tone: 'ok', shape: 'tick-disc' },
  differs: { tone: 'fail', shape: 'cross-octagon' },
  malformed: { tone: 'fail', shape: 'split-bars' },
  cannot: { tone: 'idle', shape: 'slash-ring' },
};

export function ThumbprintRows({ chain }: { readonly chain: CertificateChain }) {
  const rows = [
    [CERTIFICATES.x5tS256, chain.x5tS256],
    [CERTIFICATES.x5t, chain.x5t],
  ] as const;
  return (
    <ul aria-label={CERTIFICATES.comparison} className="certificate-comparison">
      {rows.map(([name, comparison]) => (
        <li key={name}>
          <ThumbprintRow name={name} comparison={comparison} />
        </li>
      ))}
    </ul>
  );
}

interface ThumbprintRowProps {
  readonly name: string;
  readonly comparison: ThumbprintComparison;
}

function ThumbprintRow({ name, comparison }: ThumbprintRowProps) {
  const at = comparison.state === 'differs' ? comparison.at : undefined;
  return (
    <Mark {...LOOKS[comparison.state]} words={`${name}: ${comparisonWords(comparison.state, at)}`}>
      {comparison.state === 'malformed' ? `${comparison.message} ${sameHashWords(comparison)}` : null}
    </Mark>
  );
}
