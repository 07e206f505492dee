import { LinkButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Pane } from '../../ui/pane.tsx';
import { FIRST_EXAMPLES, TOKEN } from '../../words/token.ts';
import type { ExampleId } from '../../workbench/examples/example.ts';
import { ExampleMark, partsOf } from './example-mark.tsx';

const FIRST = [
  'rs256',
  'hs256',
  'es256',
  'tampered',
  'key-confusion',
  'unsecured',
] as const satisfies readonly ExampleId[];

interface ExamplesColumnProps {
  openExample(id: string): void;
  openAll(anchor: HTMLElement): void;
}

/** Beside the empty panes: something to begin with, and what the page promises. */
export function ExamplesColumn({ openExample, openAll }: ExamplesColumnProps) {
  return (
    <Pane name="examples" title={TOKEN.examplesTitle} meta={TOKEN.examplesMeta}>
      <div className="examples">
        {FIRST.map((id) => (
          <button key={id} type="button" className="example" onClick={() => openExample(id)}>
            <ExampleMark parts={partsOf(id)} />
            <span className="min-w-0">
              <b className="block font-semibold">{FIRST_EXAMPLES[id].title}</b>
              <span className="block truncate text-small text-ink-3">{FIRST_EXAMPLES[id].note}</span>
            </span>
          </button>
        ))}
      </div>
      <LinkButton
        className="mx-4 mb-4 self-start"
        aria-haspopup="menu"
        onClick={(event) => openAll(event.currentTarget)}
      >
        {TOKEN.moreExamples}
      </LinkButton>
      <div className="promise">
        <span className="text-ok">
          <Icon name="shield" />
        </span>
        <div>
          <p className="font-semibold">{TOKEN.promiseTitle}</p>
          <p className="mt-1 text-pretty text-ink-2">
            {TOKEN.promise}
            <code className="font-mono text-small whitespace-nowrap">connect-src 'none'</code>
          </p>
        </div>
      </div>
    </Pane>
  );
}
