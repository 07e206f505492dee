/**
 * Which tabs the inspector has. Told from the letters of the token, not from the engine's answer, so that nothing comes
 * and goes while one kind of token is typed. In the page's first script, so it imports only what is there anyway.
 */
import type { Opened } from '../../engine/open.ts';
import { mayBeNested } from '../../engine/token/nested.ts';
import type { JsonObject } from '../../engine/types.ts';
import type { WorkbenchView } from '../../workbench/types.ts';

export type InspectorTab = 'claims' | 'checks' | 'findings' | 'bytes' | 'layers' | 'disclosures' | 'certificates';

/**
 * None before anything is typed; from then on claims, checks, findings and bytes have their tabs, also of a text that
 * is no token yet, so that the panes keep their place. Until the live page is there, no layer but the outermost is known.
 */
export function inspectorTabs({ opened, layers }: Pick<WorkbenchView, 'opened' | 'layers'>): readonly InspectorTab[] {
  const all = [opened, ...layers.slice(1).map((layer) => layer.opened)];
  if (opened.text === '') return [];
  const tabs: InspectorTab[] = ['claims', 'checks', 'findings', 'bytes'];
  if (all.length > 1 || all.some(hasParts)) tabs.push('layers');
  if (all.some(isSdJwt)) tabs.push('disclosures');
  if (all.some((one) => headersOf(one).some(hasCertificates))) tabs.push('certificates');
  return tabs;
}

/** There is more to it than a header, a payload and a signature. */
function hasParts({ object }: Opened): boolean {
  if (object === undefined) return false;
  if (object.type === 'jwe' || object.serialization !== 'compact') return true;
  return object.isSdJwt || mayBeNested(object.payload.content);
}

export function isSdJwt({ object }: Opened): boolean {
  return object?.type === 'jws' && object.isSdJwt;
}

/** The joined header of each signature or recipient. */
export function headersOf({ object }: Opened): readonly (JsonObject | undefined)[] {
  if (object === undefined) return [];
  return object.type === 'jws'
    ? object.signatures.map(({ header }) => header)
    : object.recipients.map(({ header }) => header);
}

function hasCertificates(header: JsonObject | undefined): boolean {
  return header !== undefined && Object.hasOwn(header, 'x5c');
}
