/** The key in the box in another form. */

import { exportKey } from '../engine/keys/convert.ts';
import { readKey } from '../engine/keys/read.ts';
import type { KeyMaterial, ReadKey } from '../engine/keys/shapes.ts';
import { sayExport, sayKeyProblem } from '../engine/messages/key.ts';
import { encodeBase64url } from '../engine/token/base64url.ts';
import type { ExportAnswer, ExportInput, KeyForm } from './messages.ts';

/** The `member`-th key of the text as JWK or PEM, or why there is no such form of it. */
export async function exportAs({ key, member = 0, as }: ExportInput): Promise<ExportAnswer> {
  const read = await readKey(key);
  const material = read.kind === 'keys' ? memberOf(read, member) : undefined;
  if (material !== undefined) return exportKey(material, as);
  const reading = read.kind === 'secret' ? read.readings[0] : undefined;
  return reading === undefined ? { cannot: whyUnreadable(read) } : secretAs(reading.bytes, as);
}

/** A set's report also lists keys that cannot be used; those have no other form. */
function memberOf(read: ReadKey & { readonly kind: 'keys' }, member: number): KeyMaterial | undefined {
  const report = read.report.members?.[member];
  return report === undefined ? read.keys[member] : read.keys.find((key) => key.report === report);
}

function whyUnreadable({ report }: ReadKey): string {
  return (
    (report.problem ?? report.members?.find(({ problem }) => problem !== undefined)?.problem)?.message ??
    sayKeyProblem('empty')
  );
}

function secretAs(bytes: Uint8Array, as: KeyForm): ExportAnswer {
  if (as === 'jwk-private') return { text: JSON.stringify({ kty: 'oct', k: encodeBase64url(bytes) }, null, 2) };
  return { cannot: sayExport(as === 'pem-private' ? 'secret-not-pem' : 'secret-not-public') };
}
