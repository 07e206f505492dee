/** The worker's side of the channel. */
import { answerTo, type EngineCalls, type Progress, type Request, type Response } from './messages.ts';

/** Answers each request with what the engine answers, until it is aborted. */
export function serveEngine(calls: EngineCalls, post: (response: Response) => void): (request: Request) => void {
  const running = new Map<number, AbortController>();

  return (request) => {
    if (request.call === 'forget') return calls.forget();
    if (request.call === 'abort') {
      running.get(request.id)?.abort();
      running.delete(request.id);
      return;
    }
    const controller = new AbortController();
    running.set(request.id, controller);
    answerTo(request, calls, controller.signal, (progress) => tell(request.id, progress)).then(
      (answer) => finish(request.id, { id: request.id, ...answer }),
      () => finish(request.id, { id: request.id, call: 'failed' }),
    );
  };

  function tell(id: number, progress: Progress): void {
    if (running.has(id)) post({ id, call: 'progress', progress });
  }

  /** An aborted request has left the map, and its answer is dropped. */
  function finish(id: number, response: Response): void {
    if (running.delete(id)) post(response);
  }
}
