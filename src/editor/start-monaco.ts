import type { ComponentType } from 'react';
import { loadMonaco } from './monaco-layers.ts';
import type { MonacoPaneProps } from './monaco-pane.tsx';

/** `refused`: the plain pane does the job for good. */
export type MonacoState =
  | { readonly status: 'waiting' | 'loading' | 'refused' }
  | { readonly status: 'ready'; readonly Pane: ComponentType<MonacoPaneProps> };

const WAITING: MonacoState = { status: 'waiting' };

let state: MonacoState = WAITING;
const listeners = new Set<() => void>();

function change(next: MonacoState): void {
  state = next;
  for (const listener of listeners) {
    listener();
  }
}

/**
 * Fetches Monaco, once; call it when the page is idle after its first decode. Where the primary pointer is coarse it is
 * not fetched: touch keyboards, selection handles and zoom work with a text area only. Nor is it where the system
 * prescribes the colours, which Monaco does not take. Where it cannot be fetched, the plain panes stay, silently, since
 * nothing is missing but comfort.
 */
export function startMonaco(): void {
  if (state.status !== 'waiting') {
    return;
  }
  if (matchMedia('(pointer: coarse), (forced-colors: active)').matches) {
    change({ status: 'refused' });
    return;
  }
  change({ status: 'loading' });
  loadMonaco().then(
    ({ MonacoPane }) => change({ status: 'ready', Pane: MonacoPane }),
    () => change({ status: 'refused' }),
  );
}

/** Monaco broke while starting: every editor stays, or becomes, plain. */
export function refuseMonaco(): void {
  change({ status: 'refused' });
}

export const monacoState = (): MonacoState => state;
export const monacoStateOnServer = (): MonacoState => WAITING;

export function subscribeToMonaco(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

let lastTurn: Promise<void> = Promise.resolve();

/** Answers when it is this editor's turn to start Monaco: one in each idle time, so that no long task comes of three. */
export function turnToStart(): Promise<void> {
  lastTurn = lastTurn.then(idle);
  return lastTurn;
}

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    // Safari has no requestIdleCallback.
    if (typeof requestIdleCallback === 'function') {
      requestIdleCallback(() => resolve(), { timeout: 500 });
    } else {
      setTimeout(resolve, 50);
    }
  });
