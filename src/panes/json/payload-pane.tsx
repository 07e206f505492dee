import { useEffect, useMemo, useRef } from 'react';
import { CompositionBar } from '../../editor/composition-bar.tsx';
import { TokenRail } from '../../editor/token-rail.tsx';
import type { Part } from '../../engine/types.ts';
import { Button } from '../../ui/button.tsx';
import { useLater } from '../../ui/use-later.ts';
import { useMedia } from '../../ui/use-media.ts';
import { CLAIMS, JSON_PANES, nestedLine, openAsLayer, sizeLine } from '../../words/json-panes.ts';
import type { LayerView, WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import type { Marks } from '../marks/use-marks.ts';
import { isEncrypted, openedLayer, openLayer } from '../open-layer.ts';
import type { PageActs } from '../page-acts.ts';
import { SigningChoice } from '../signature/signing-choice.tsx';
import { tokenParts, tokenSpans } from '../token/token-parts.ts';
import { useColumns } from '../token/use-columns.ts';
import type { ContentStateProps } from './content-state.tsx';
import type { DetachedContentProps } from './detached-content.tsx';
import { memberCount } from './json-facts.ts';
import { JsonPane } from './json-pane.tsx';
import { useTimeHints } from './time-hints.ts';

interface PayloadPaneProps {
  readonly view: WorkbenchView;
  readonly actions: WorkbenchActions;
  readonly acts: PageActs;
  readonly marks: Marks;
}

const SIGNED_PARTS: readonly Part[] = ['payload'];
const ENCRYPTED_PARTS: readonly Part[] = ['ciphertext'];

/** The payload: claims where it is a JSON object, otherwise text or bytes; of an encrypted token once it is opened. */
export function PayloadPane({ view, actions, acts, marks }: PayloadPaneProps) {
  const hasItsColumn = useMedia('(min-width: 1024px) and (max-width: 1359px)');
  const body = useRef<HTMLDivElement>(null);
  const columns = useColumns(body);
  const opened = openedLayer(view);
  const encrypted = isEncrypted(opened);
  const layer = openLayer(view);
  const inner = view.layers[view.layer + 1];
  const asToken = useInnerToken(inner, view.payload.text, columns);
  const hints = useTimeHints(view);
  const instead = useInstead({ view, actions, acts }, layer, encrypted);
  return (
    <JsonPane
      pane="payload"
      view={view}
      actions={actions}
      acts={acts}
      marks={marks}
      title={encrypted ? JSON_PANES.payload.encryptedTitle : JSON_PANES.payload.title}
      parts={encrypted ? ENCRYPTED_PARTS : SIGNED_PARTS}
      fit={!hasItsColumn}
      content={opened.token?.payload}
      meta={metaOf(view, layer, inner)}
      hints={hints}
      body={body}
      {...(instead === undefined ? {} : { instead })}
      {...(asToken === undefined ? {} : { asToken })}
      tools={
        inner === undefined ? null : (
          <Button look="quiet" icon="layers" onClick={() => actions.openLayer(inner.depth)}>
            {openAsLayer(inner.depth)}
          </Button>
        )
      }
      foot={encrypted ? <SigningChoice view={view} setSigning={actions.setSigning} /> : undefined}
    />
  );
}

function metaOf(view: WorkbenchView, layer: LayerView | undefined, inner: LayerView | undefined): string | undefined {
  const content = layer?.content;
  if (view.layer === 0 && view.detached.needed) return JSON_PANES.payload.detached;
  if (content === undefined) return undefined;
  const kind = inner?.opened.object?.type;
  if (kind !== undefined) return nestedLine(content.bytes.length, kind);
  return sizeLine(content.bytes.length, memberCount(content.json), CLAIMS);
}

/** A content that is a token itself is drawn as one. */
function useInnerToken(inner: LayerView | undefined, text: string, columns: number) {
  const opened = inner?.opened;
  return useMemo(() => {
    if (opened === undefined || opened.text !== text) return undefined;
    const parts = tokenParts(opened);
    return {
      columns,
      spans: tokenSpans(text, parts, []),
      gutter: <TokenRail text={text} parts={parts} columns={columns} />,
      bar: <CompositionBar parts={parts} columns={columns} />,
    };
  }, [opened, text, columns]);
}

/** What stands in the editor's place: what a locked content needs, how far the work is, or the content from elsewhere. */
function useInstead(props: Omit<PayloadPaneProps, 'marks'>, layer: LayerView | undefined, encrypted: boolean) {
  const { view, acts } = props;
  const detached = view.layer === 0 && view.detached.needed;
  const isTooLarge = view.payload.as === 'too-large';
  const locked = isTooLarge || (encrypted && layer?.content === undefined);
  const state = useLater<ContentStateProps>(
    async () => (await import('./content-state.tsx')).ContentState,
    acts.partMissing,
  );
  const field = useLater<DetachedContentProps>(
    async () => (await import('./detached-content.tsx')).DetachedContent,
    acts.partMissing,
  );
  const { fetchPart: fetchState } = state;
  const { fetchPart: fetchField } = field;
  useEffect(() => {
    if (encrypted || isTooLarge) fetchState();
    if (detached) fetchField();
  }, [encrypted, isTooLarge, detached, fetchState, fetchField]);
  if (detached) return field.Part === undefined ? <div className="content-state" /> : <field.Part {...props} />;
  if (!locked || layer === undefined) return undefined;
  return state.Part === undefined ? <div className="content-state" /> : <state.Part {...props} layer={layer} />;
}
