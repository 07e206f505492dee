/** What RFC 9901 makes a verifier refuse in the disclosures and in the claims that hold their digests. */
import type { DisclosureFault } from '../codes.ts';
import type { DisclosureReason } from './disclosure.ts';

/** The JSON that something stands in: the payload as the issuer signed it, or the value of the disclosure with this index. */
export type Source = 'payload' | number;

/** A use of `_sd`, `...` or `_sd_alg` that sections 4.1.1, 4.2.4.1 and 4.2.4.2 forbid. */
export type ClaimReason =
  | 'sd-not-strings'
  | 'dots-not-string'
  | 'dots-with-others'
  | 'dots-misplaced'
  | 'sd-alg-not-string'
  | 'sd-alg-misplaced';

interface Placed {
  readonly within: Source;
  /** JSON pointer in `within` */
  readonly pointer: string;
}

/** `disclosure` is the index of the disclosure, from 0. */
export type SdFault =
  /** it is no disclosure; or its digest stands where one of the other kind belongs ('other-kind') */
  | {
      readonly code: Extract<DisclosureFault, 'disclosure-malformed'>;
      readonly reason: DisclosureReason | 'other-kind';
      readonly disclosure: number;
    }
  /** the same disclosure was sent before ('sent-twice'); or its digest stands in the claims again ('digest-twice') */
  | {
      readonly code: Extract<DisclosureFault, 'disclosure-duplicate'>;
      readonly reason: 'sent-twice';
      readonly disclosure: number;
    }
  | ({
      readonly code: Extract<DisclosureFault, 'disclosure-duplicate'>;
      readonly reason: 'digest-twice';
      readonly disclosure: number;
    } & Placed)
  | ({
      readonly code: Extract<DisclosureFault, 'sd-claims-invalid'>;
      /** 'digest-twice': of a digest that no disclosure was sent for; 'too-deep': nested deeper than is read here */
      readonly reason: ClaimReason | 'digest-twice' | 'too-deep';
    } & Placed)
  /** the disclosure's claim name is there already */
  | ({
      readonly code: Extract<DisclosureFault, 'sd-claims-invalid'>;
      readonly reason: 'name-exists' | 'sd-alg-disclosed';
      readonly disclosure: number;
      readonly name: string;
    } & Placed)
  | {
      readonly code: Extract<DisclosureFault, 'disclosure-unreferenced'>;
      readonly reason: 'no-digest';
      readonly disclosure: number;
    };

/** As many as anybody will look at; a token made of faults has no more of them told. */
const MAX_FAULTS = 100;

const ORDER: readonly DisclosureFault[] = [
  'disclosure-malformed',
  'disclosure-duplicate',
  'sd-claims-invalid',
  'disclosure-unreferenced',
];

/** What is wrong with a disclosure itself comes first, what may only follow from another fault last. */
export function faultsInOrder(faults: readonly SdFault[]): readonly SdFault[] {
  return faults.toSorted((one, other) => ORDER.indexOf(one.code) - ORDER.indexOf(other.code)).slice(0, MAX_FAULTS);
}
