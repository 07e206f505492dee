/** The content of a token that leaves it out: typed, pasted, or a file. Fetched with the first such token. */
import { useId } from 'react';
import { Button, LinkButton } from '../../ui/button.tsx';
import { PRIVATE_FIELD } from '../../ui/private-field.ts';
import { DETACHED, fileLine, textSize } from '../../words/detached.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import type { PageActs } from '../page-acts.ts';

export interface DetachedContentProps {
  readonly view: WorkbenchView;
  readonly actions: WorkbenchActions;
  readonly acts: PageActs;
}

export function DetachedContent({ view, actions, acts }: DetachedContentProps) {
  const help = useId();
  const { content } = view.detached;
  const text = content?.kind === 'text' ? content.text : '';
  return (
    <div className="detached">
      <p id={help} className="text-pretty text-ink-2">
        {DETACHED.help}
      </p>
      {content?.kind === 'file' ? (
        <p className="flex flex-wrap items-center gap-3">
          <b className="min-w-0 font-semibold wrap-anywhere">{fileLine(content.name, content.bytes.length)}</b>
          <LinkButton onClick={() => actions.setDetached(undefined)}>{DETACHED.removeFile}</LinkButton>
        </p>
      ) : (
        <textarea
          {...PRIVATE_FIELD}
          aria-label={DETACHED.title}
          aria-describedby={help}
          placeholder={DETACHED.placeholder}
          className="field detached-field"
          value={text}
          onChange={({ currentTarget: { value } }) =>
            actions.setDetached(value === '' ? undefined : { kind: 'text', text: value })
          }
        />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button icon="file" onClick={acts.openContentFile}>
          {DETACHED.openFile}
        </Button>
        {content?.kind === 'text' ? (
          <span className="text-small text-ink-3">{textSize(new TextEncoder().encode(content.text).length)}</span>
        ) : null}
      </div>
    </div>
  );
}
