/** Randomness that gives the same numbers for the same seed, so that what a run found can be found again. */
export interface Random {
  /** a whole number from 0 to below `limit` */
  below(limit: number): number;
}

/** Mulberry32: small, and even enough to choose test inputs with. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000) * limit);
  };
  return { below };
}

/** One of a list, which must not be empty. */
export function itemOf<T>(items: readonly T[], random: Random): T {
  const item = items[random.below(items.length)];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}
