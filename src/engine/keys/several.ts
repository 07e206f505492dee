/** From the keys of one text to one answer: halves joined, chains shortened, the rest a set. */
import type { KeyReport } from '../types.ts';
import type { KeyFormat } from './formats.ts';
import type { MaterialOrReport } from './material.ts';
import { noteOf } from './outcome.ts';
import type { KeyMaterial, KeyNote, ReadKey } from './shapes.ts';

/** One key of a text, or the report of why a part of it gave none. */
export type Member = MaterialOrReport & {
  /** of a certificate: its encoded names */
  readonly names?: { readonly issuer: Uint8Array; readonly subject: Uint8Array };
};

/** The answer for a text with one key in it, or with a part that was to be one. */
export function readKeyFromOne({ material, report }: Member): ReadKey {
  return material === undefined
    ? { kind: 'unreadable', report }
    : { kind: 'keys', report, keys: [material], isSet: false };
}

/**
 * The answer for a set, in which a `kid` selects. Members that are no keys are passed over (RFC 7517 section 5), and
 * listed with their problem; where none is a key, the first problem is that of the set.
 */
export function readKeyFromSet(members: readonly Member[], format: KeyFormat, notes: readonly KeyNote[] = []): ReadKey {
  const keys = members.flatMap(({ material }) => material ?? []);
  const reports = members.map(({ report }) => report);
  const report: KeyReport = {
    ...factsOfOnly(reports),
    format,
    private: reports.some((each) => each.private),
    notes,
    tried: [],
    members: reports,
  };
  if (keys.length > 0) return { kind: 'keys', report, keys, isSet: true };
  const problem = reports.find((each) => each.problem !== undefined)?.problem;
  return { kind: 'unreadable', report: problem === undefined ? report : { ...report, problem } };
}

/** A set of one key is described as that key is. */
function factsOfOnly(reports: readonly KeyReport[]): Partial<KeyReport> {
  const [only] = reports;
  if (only === undefined || reports.length > 1) return {};
  const { kty, crv, bits, kid, thumbprint, jwk } = only;
  return {
    ...(kty === undefined ? {} : { kty }),
    ...(crv === undefined ? {} : { crv }),
    ...(bits === undefined ? {} : { bits }),
    ...(kid === undefined ? {} : { kid }),
    ...(thumbprint === undefined ? {} : { thumbprint }),
    ...(jwk === undefined ? {} : { jwk }),
  };
}

/** The member with other words for how it was written, or with one more note. */
export function described(member: Member, change: { readonly format?: KeyFormat; readonly note?: KeyNote }): Member {
  const report = {
    ...member.report,
    ...(change.format === undefined ? {} : { format: change.format }),
    notes: change.note === undefined ? member.report.notes : [...member.report.notes, change.note],
  };
  return member.material === undefined
    ? { ...member, report }
    : { ...member, report, material: { ...member.material, report } };
}

/** Each run of certificates in which one's issuer is the next one's subject is its first certificate. */
export function withChainsShortened(members: readonly Member[]): readonly Member[] {
  const kept: Member[] = [];
  let from = 0;
  while (from < members.length) {
    const end = chainEnd(members, from);
    const first = members[from];
    const count = end - from;
    if (first !== undefined) {
      const chain = { format: 'pem-x509-chain', note: noteOf('first-of-chain', { count }) } as const;
      kept.push(count > 1 ? described(first, chain) : first);
    }
    from = end;
  }
  return kept;
}

function chainEnd(members: readonly Member[], from: number): number {
  let at = from;
  while (isIssuedBy(members[at], members[at + 1])) at += 1;
  return at + 1;
}

function isIssuedBy(certificate: Member | undefined, next: Member | undefined): boolean {
  const issuer = certificate?.names?.issuer;
  const subject = next?.names?.subject;
  return (
    issuer !== undefined &&
    subject !== undefined &&
    issuer.length === subject.length &&
    issuer.every((byte, index) => byte === subject[index])
  );
}

/** The same key twice is one key; its private and its public half together are the private key. */
export function withHalvesJoined(members: readonly Member[]): readonly Member[] {
  const joined: Member[] = [];
  const placeOfThumbprint = new Map<string, number>();
  for (const member of members) {
    const thumbprint = member.material?.thumbprint;
    const place = thumbprint === undefined ? undefined : placeOfThumbprint.get(thumbprint);
    const earlier = place === undefined ? undefined : joined[place];
    if (place === undefined || earlier === undefined) {
      if (thumbprint !== undefined) placeOfThumbprint.set(thumbprint, joined.length);
      joined.push(member);
    } else joined[place] = joinedHalves(earlier, member);
  }
  return joined;
}

function joinedHalves(one: Member, other: Member): Member {
  const hasPrivate = (member: Member) => isPrivate(member.material);
  if (hasPrivate(one) === hasPrivate(other)) return one;
  return described(hasPrivate(one) ? one : other, { format: 'pem-both-halves' });
}

function isPrivate(material: KeyMaterial | undefined): boolean {
  return material?.privateJwk !== undefined;
}
