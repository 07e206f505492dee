/** What a WebCrypto turned out to have, asked by a trial of something that is known to be good. */

/**
 * Outlives a call because a runtime does not change; keyed by the object asked, so that two runtimes never share an
 * answer, and holds nothing of a token or a key.
 */
const known = new WeakMap<SubtleCrypto, Map<string, Promise<boolean>>>();

/**
 * Answers whether `subtle` does what `name` stands for. The first time `trial` is run: it must use nothing that could be
 * refused for another reason than that the primitive is missing.
 */
export function hasByTrial(subtle: SubtleCrypto, name: string, trial: () => Promise<unknown>): Promise<boolean> {
  const answers = known.get(subtle) ?? new Map<string, Promise<boolean>>();
  known.set(subtle, answers);
  const answer = answers.get(name) ?? succeeds(trial);
  answers.set(name, answer);
  return answer;
}

async function succeeds(trial: () => Promise<unknown>): Promise<boolean> {
  try {
    await trial();
    return true;
  } catch {
    return false;
  }
}
