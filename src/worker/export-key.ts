/** The key in the box in another form. */

import { exportKey } from '../engine/keys/convert.ts';
import { readKey } from '../engine/keys/read.ts';
import type { KeyMaterial, ReadKey } from '../engine/keys/shapes.ts';
import { encodeBase64url } from '../engine/token/base64url.ts';
import type { ExportAnswer, ExportInput } from './messages.ts';

/** The `member`-th key of the text as JWK or PEM, or why there is no such form of it. */
export async function exportAs({ key, member = 0, as }: ExportInput): Promise<ExportAnswer> {
  const read = await readKey(key);
  if (read.kind === 'secret' && (as === 'jwk-private' || as === 'jwk-public')) return secretAsJwk(read);
  const material = read.kind === 'keys' ? memberOf(read, member) : undefined;
  return material === undefined ? { cannot: read.report.problem?.message ?? '' } : exportKey(material, as);
}

/** A set's report also lists keys that cannot be used; those have no other form. */
function memberOf(read: ReadKey & { readonly kind: 'keys' }, member: number): KeyMaterial | undefined {
  const report = read.report.members?.[member];
  return report === undefined ? read.keys[member] : read.keys.find((key) => key.report === report);
}

function secretAsJwk({ readings }: ReadKey & { readonly kind: 'secret' }): ExportAnswer {
  const [reading] = readings;
  if (reading === undefined) return { cannot: '' };
  return { text: JSON.stringify({ kty: 'oct', k: encodeBase64url(reading.bytes) }, null, 2) };
}
