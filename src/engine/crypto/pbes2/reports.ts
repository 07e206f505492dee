/** Reports about a run of PBKDF2. */

/**
 * Told about ten times a second how many of `total` rounds are done. `estimated`: WebCrypto does all rounds in one call
 * that says nothing until it ends, so the number follows from the pace of a short run before it; it stays below `total`
 * until the end.
 */
export type OnRounds = (done: number, total: number, estimated: boolean) => void;

export const MS_BETWEEN_REPORTS = 100;

/** Calls `report` until what it answers with is called, or `signal` is aborted. */
export function startReports(report: () => void, signal: AbortSignal | undefined): () => void {
  const timer = setInterval(report, MS_BETWEEN_REPORTS);
  const stop = () => {
    clearInterval(timer);
    signal?.removeEventListener('abort', stop);
  };
  signal?.addEventListener('abort', stop);
  return stop;
}
