/** The keys on offer, one entry for each key in each key text, and which of them a `kid` selects. */
import type { KeyMaterial, ReadKey, SecretReading } from '../keys/shapes.ts';
import type { KeyInput, KeyReport } from '../types.ts';

/** Where a key stands: index of the key text, and of the member where the text is a set. */
export interface Place {
  readonly input: number;
  readonly member?: number;
}

export type Offer =
  | { readonly kind: 'key'; readonly place: Place; readonly key: KeyMaterial; readonly input: KeyInput }
  | {
      readonly kind: 'secret';
      readonly place: Place;
      readonly readings: readonly SecretReading[];
      readonly report: KeyReport;
      readonly input: KeyInput;
    }
  | {
      readonly kind: 'unreadable';
      readonly place: Place;
      readonly report: KeyReport;
      readonly input: KeyInput;
    };

export interface Offers {
  readonly all: readonly Offer[];
  /** a JWK Set, several blocks or several inputs: then a `kid` selects */
  readonly isSet: boolean;
}

/** Blank key texts offer nothing. */
export function offersOf(inputs: readonly KeyInput[], reads: readonly ReadKey[]): Offers {
  const all = reads.flatMap((read, index) => {
    const input = inputs[index];
    return input === undefined ? [] : offersOfOne(read, input, index);
  });
  const isSet = all.length > 1 || reads.some((read) => read.kind === 'keys' && read.isSet);
  return { all, isSet };
}

function offersOfOne(read: ReadKey, input: KeyInput, index: number): readonly Offer[] {
  switch (read.kind) {
    case 'blank':
      return [];
    case 'secret':
      return [{ kind: 'secret', place: { input: index }, readings: read.readings, report: read.report, input }];
    case 'unreadable':
      return [{ kind: 'unreadable', place: { input: index }, report: read.report, input }];
    case 'keys':
      return offersOfSet(read, input, index);
    default:
      return read satisfies never;
  }
}

/** Members that could not be read take part too, so that their fault can be named. */
function offersOfSet(read: Extract<ReadKey, { kind: 'keys' }>, input: KeyInput, index: number): readonly Offer[] {
  const readable = read.keys.map((key): Offer => {
    const member = read.report.members?.indexOf(key.report) ?? -1;
    return { kind: 'key', place: member === -1 ? { input: index } : { input: index, member }, key, input };
  });
  const faulty = (read.report.members ?? []).flatMap((report, member): readonly Offer[] =>
    report.problem === undefined || read.keys.some((key) => key.report === report)
      ? []
      : [{ kind: 'unreadable', place: { input: index, member }, report, input }],
  );
  return [...readable, ...faulty];
}

export interface Selection {
  readonly selected: readonly Offer[];
  readonly passedOver: readonly Offer[];
}

/** The keys that may be tried on a layer: those that were given for it first, as if they were the only ones. */
export function selectByKid(offers: Offers, kid: string | undefined, ignoreKid: boolean, layer: number): Selection {
  const isOwn = ({ input }: Offer) => input.layer === layer;
  if (!offers.all.some(isOwn)) return selectIn(offers, kid, ignoreKid);
  const own = selectIn(someOf(offers, isOwn), kid, ignoreKid);
  const rest = selectIn(
    someOf(offers, (offer) => !isOwn(offer)),
    kid,
    ignoreKid,
  );
  return { selected: [...own.selected, ...rest.selected], passedOver: [...own.passedOver, ...rest.passedOver] };
}

function someOf(offers: Offers, isWanted: (offer: Offer) => boolean): Offers {
  const all = offers.all.filter(isWanted);
  return { all, isSet: all.length > 1 || all.some(({ place }) => place.member !== undefined) };
}

/**
 * In a set a `kid` selects the members that have it; if none has it, those without any kid (RFC 7517 section 4.5 leaves
 * the choice to the application). A single key given alone is used whatever its kid.
 */
function selectIn(offers: Offers, kid: string | undefined, ignoreKid: boolean): Selection {
  if (!offers.isSet || kid === undefined || ignoreKid) return { selected: offers.all, passedOver: [] };
  const named = offers.all.filter((offer) => kidOf(offer) === kid);
  const selected = named.length > 0 ? named : offers.all.filter((offer) => kidOf(offer) === undefined);
  return { selected, passedOver: offers.all.filter((offer) => !selected.includes(offer)) };
}

export function kidOf(offer: Offer): string | undefined {
  if (offer.kind === 'secret') return undefined;
  return offer.kind === 'key' ? offer.key.kid : offer.report.kid;
}
