/** Addresses as people write them; IPv6 in the one spelling of RFC 5952. */

/** The address in 4 or 16 octets; undefined for any other number of them. */
export function ipAddress(octets: Uint8Array): string | undefined {
  if (octets.length === 4) return octets.join('.');
  return octets.length === 16 ? ipv6(octets) : undefined;
}

function ipv6(octets: Uint8Array): string {
  const groups = Array.from(
    { length: 8 },
    (_, group) => ((octets[2 * group] ?? 0) << 8) | (octets[2 * group + 1] ?? 0),
  );
  const words = groups.map((group) => group.toString(16));
  const zeros = longestZeros(groups);
  if (zeros.length < 2) return words.join(':');
  return `${words.slice(0, zeros.start).join(':')}::${words.slice(zeros.start + zeros.length).join(':')}`;
}

/** The first of the longest runs of zero groups (RFC 5952 section 4.2). */
function longestZeros(groups: readonly number[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (const [index, group] of groups.entries()) {
    if (group !== 0) start = index + 1;
    else if (index + 1 - start > best.length) best = { start, length: index + 1 - start };
  }
  return best;
}
