/** Tries known secrets, and those of a word list, on a token that was made with one. */
import { type DragEvent, useId } from 'react';
import type { Opened } from '../../engine/open.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { visibleString } from '../../ui/visible-text.tsx';
import {
  foundLine,
  foundTitle,
  LIST_PROBLEMS,
  listLine,
  noneYetLine,
  notFoundLine,
  SECRETS,
} from '../../words/secret-search.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import { WorkProgress } from '../json/work-progress.tsx';
import { openedLayer } from '../open-layer.ts';
import type { PageActs } from '../page-acts.ts';
import type { SearchState, SecretSearch } from './use-secret-search.ts';

interface SecretSearchPanelProps {
  readonly view: WorkbenchView;
  readonly search: SecretSearch;
  readonly actions: KeyActions;
  readonly acts: Pick<PageActs, 'chooseFile'>;
}

type KeyActions = Pick<WorkbenchActions, 'setKey' | 'setKeyEncoding'>;

export function SecretSearchPanel({ view, search, actions, acts }: SecretSearchPanelProps) {
  const heading = useId();
  const hasSecret = isMadeWithSecret(openedLayer(view));
  function drop(event: DragEvent) {
    const [file] = event.dataTransfer.files;
    if (file !== undefined) search.takeList(file);
  }
  return (
    <section
      aria-labelledby={heading}
      className="secret-search"
      {...(hasSecret && { 'data-takes-drop': '', onDrop: drop })}
    >
      <h3 id={heading}>{SECRETS.title}</h3>
      <p>{hasSecret ? SECRETS.explain : SECRETS.notForThis}</p>
      {hasSecret ? <Search search={search} actions={actions} acts={acts} /> : null}
    </section>
  );
}

function Search({ search, actions, acts }: Omit<SecretSearchPanelProps, 'view'>) {
  const { state, list, problem } = search;
  return (
    <>
      <div className="secret-acts">
        <Button
          aria-disabled={state.kind === 'running'}
          onClick={() => {
            if (state.kind !== 'running') search.start();
          }}
        >
          {SECRETS.search}
        </Button>
        <Button icon="file" onClick={async () => search.takeList(await acts.chooseFile())}>
          {SECRETS.choose}
        </Button>
      </div>
      {list === undefined ? null : (
        <p className="wrap-anywhere">
          {listLine(visibleString(list.name))} <LinkButton onClick={search.dropList}>{SECRETS.without}</LinkButton>
        </p>
      )}
      {problem === undefined ? null : <Notice tone="fail">{LIST_PROBLEMS[problem]}</Notice>}
      {state.kind === 'running' && state.progress !== undefined ? (
        <>
          <WorkProgress progress={state.progress} stop={search.stop} />
          <p>{noneYetLine(state.progress.ratePerSecond)}</p>
        </>
      ) : null}
      <div role="status">
        <Outcome state={state} actions={actions} />
      </div>
    </>
  );
}

/** Characters of a secret that are shown: a line of a list may have any length. */
const MOST_SHOWN = 120;

function Outcome({ state, actions }: { readonly state: SearchState; readonly actions: KeyActions }) {
  if (state.kind === 'failed') return <Notice tone="fail">{SECRETS.failed}</Notice>;
  if (state.kind !== 'done') return null;
  const { answer } = state;
  if ('cannot' in answer) return <Notice tone="idle">{answer.message}</Notice>;
  if (!answer.found) return <Notice tone="idle">{notFoundLine(answer.tried)}</Notice>;
  const { secret, reading } = answer;
  function putIntoKeyBox() {
    actions.setKey(secret);
    actions.setKeyEncoding(reading);
  }
  return (
    <Notice
      tone="fail"
      title={foundTitle(shortened(visibleString(secret)))}
      // an empty box is no key
      acts={secret === '' ? undefined : <LinkButton onClick={putIntoKeyBox}>{SECRETS.toKey}</LinkButton>}
    >
      {foundLine(answer)} {SECRETS.advice}
    </Notice>
  );
}

function shortened(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

/** Of a JSON serialization one signature is enough. */
function isMadeWithSecret({ object }: Opened): boolean {
  return object?.type === 'jws' && object.signatures.some(({ alg }) => alg !== undefined && SECRET_ALGS.has(alg));
}

const SECRET_ALGS: ReadonlySet<string> = new Set(['HS256', 'HS384', 'HS512']);
