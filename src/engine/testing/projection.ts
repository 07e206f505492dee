/** How an answer is compared with what a vector says of it. */

/** Of `got`, the members that `want` has, in depth; so a vector names what it is about and no more. */
export function project(want: unknown, got: unknown): unknown {
  if (Array.isArray(want) && Array.isArray(got)) {
    return got.map((item, index) => (index < want.length ? project(want[index], item) : item));
  }
  if (!isRecord(want) || !isRecord(got)) return got;
  return Object.fromEntries(Object.keys(want).map((name) => [name, project(want[name], got[name])]));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON with the members in order; `undefined` counts as null. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value ?? null);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}
