/** The headers of a JSON serialization that no editor holds, each as it stands in the text, laid out. */
import type { Opened } from '../../engine/open.ts';
import { parseJson } from '../../engine/token/json.ts';
import { placeOfPointer } from '../../engine/token/json-pointer.ts';
import { layOut } from '../../engine/token/layout.ts';
import { decodeUtf8 } from '../../engine/token/utf8.ts';

export interface HeaderMembers {
  readonly place: 'protected' | 'shared' | 'own';
  readonly text: string;
}

/** The unprotected ones of a signature or recipient (RFC 7515 section 7.2.1, RFC 7516 section 7.2.1). */
export function unprotectedHeaders({ picked, object }: Opened, entry: number): readonly HeaderMembers[] {
  if (picked === undefined || object === undefined || object.serialization === 'compact') return [];
  const list = object.type === 'jws' ? 'signatures' : 'recipients';
  const own = object.serialization === 'general' ? `/${list}/${entry}/header` : '/header';
  const { root } = parseJson(picked.text);
  const places = [
    ...(object.type === 'jwe' ? [{ place: 'shared' as const, pointer: '/unprotected' }] : []),
    { place: 'own' as const, pointer: own },
  ];
  return places.flatMap(({ place, pointer }) => {
    const node = placeOfPointer(root, pointer)?.node;
    return node === undefined ? [] : [{ place, text: laidOut(picked.text.slice(node.start, node.end)) }];
  });
}

/** The protected header of a signature that is not the first, whose header the editor holds. */
export function protectedHeader({ object }: Opened, entry: number): HeaderMembers | undefined {
  const part = object?.parts.find(({ name, index }) => name === 'header' && index === entry);
  const decoded = part?.bytes === undefined ? undefined : decodeUtf8(part.bytes);
  return decoded?.ok === true ? { place: 'protected', text: laidOut(decoded.text) } : undefined;
}

function laidOut(text: string): string {
  return layOut(text, parseJson(text));
}
