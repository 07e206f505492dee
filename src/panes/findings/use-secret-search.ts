/** A search for the secret of the open layer, and the word list for it. It ends with the token, and is not kept. */
import { useEffect, useRef, useState } from 'react';
import type { SecretSearchAnswer } from '../../engine/index.ts';
import type { DetachedContent, Progress, WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import { openedLayer } from '../open-layer.ts';

export type SearchState =
  | { readonly kind: 'idle' }
  /** `progress` undefined until there is something to tell */
  | { readonly kind: 'running'; readonly progress: Progress | undefined }
  | { readonly kind: 'failed' }
  | { readonly kind: 'done'; readonly answer: SecretSearchAnswer };

export interface WordList {
  readonly name: string;
  readonly text: string;
}

export type ListProblem = 'too-large' | 'unreadable';

export interface SecretSearch {
  readonly state: SearchState;
  readonly list: WordList | undefined;
  /** why the last file is not the list */
  readonly problem: ListProblem | undefined;
  start(): void;
  stop(): void;
  takeList(file: File): void;
  dropList(): void;
}

/** Bytes; the engine takes as many characters. */
export const LARGEST_LIST = 20_000_000;

/** What takes less time is not told. */
const SLOW_AFTER_MS = 200;

const IDLE: SearchState = { kind: 'idle' };

export function useSecretSearch(view: WorkbenchView, actions: Pick<WorkbenchActions, 'searchSecret'>): SecretSearch {
  const { state, end, start } = useSearch(view, actions);
  const { list, problem, take, drop } = useWordList();
  // what was found is about the list that was there
  const withOther = (change: () => void) => {
    end();
    change();
  };
  return {
    state,
    list,
    problem,
    start: () => start(list?.text),
    stop: end,
    takeList: (file) => withOther(() => void take(file)),
    dropList: () => withOther(drop),
  };
}

/** With what it was about: what has been found of one token is never shown beside another. */
interface Search {
  readonly text: string | undefined;
  readonly content: DetachedContent | undefined;
  readonly state: SearchState;
}

function useSearch(view: WorkbenchView, { searchSecret }: Pick<WorkbenchActions, 'searchSecret'>) {
  const text = openedLayer(view).picked?.text;
  const { content } = view.detached;
  const [search, setSearch] = useState<Search>();
  const running = useRef<AbortController>(undefined);

  function put(state: SearchState): void {
    setSearch({ text, content, state });
  }
  function end(): void {
    running.current?.abort();
    running.current = undefined;
    put(IDLE);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: with another text or content the search is over
  useEffect(
    () => () => {
      running.current?.abort();
      running.current = undefined;
      // undone edits bring back what was found, and no search that was stopped
      setSearch((last) => (last?.state.kind === 'running' ? undefined : last));
    },
    [text, content],
  );

  async function start(list: string | undefined): Promise<void> {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    const since = performance.now();
    put({ kind: 'running', progress: undefined });
    const tell = (progress: Progress) => {
      if (running.current === mine && performance.now() - since > SLOW_AFTER_MS) put({ kind: 'running', progress });
    };
    const answer = await searchSecret(list, mine.signal, tell).catch(() => undefined);
    if (running.current !== mine) return;
    running.current = undefined;
    put(answer === undefined ? { kind: 'failed' } : { kind: 'done', answer });
  }

  const isOfThis = search !== undefined && search.text === text && search.content === content;
  return { state: isOfThis ? search.state : IDLE, end, start };
}

function useWordList() {
  const [list, setList] = useState<WordList>();
  const [problem, setProblem] = useState<ListProblem>();

  async function take(file: File): Promise<void> {
    const text = file.size > LARGEST_LIST ? undefined : await file.text().catch(() => undefined);
    if (text !== undefined) setList({ name: file.name, text });
    if (text !== undefined) setProblem(undefined);
    else setProblem(file.size > LARGEST_LIST ? 'too-large' : 'unreadable');
  }
  function drop(): void {
    setList(undefined);
    setProblem(undefined);
  }
  return { list, problem, take, drop };
}
