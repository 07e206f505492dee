import type { Disclosure } from '../../engine/types.ts';
import type { WorkbenchActions } from '../../workbench/types.ts';

/** The disclosures as they arrived, which of them are shown, and what shows another choice, where that is possible. */
export interface Choosing {
  readonly disclosures: readonly Disclosure[];
  readonly shown: ReadonlySet<number>;
  readonly show: WorkbenchActions['showDisclosure'] | undefined;
}
