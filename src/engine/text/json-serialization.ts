/** JWS and JWE JSON serializations (RFC 7515 section 7.2, RFC 7516 section 7.2) in a text that is JSON. */
import { memberOf } from '../token/json.ts';
import type { JsonNode } from '../token/json-shapes.ts';
import type { Form, FoundToken } from '../types.ts';
import type { Pasted } from './found.ts';

/** The outermost objects of the text that are serializations, in order. */
export function jsonSerializations(pasted: Pasted): readonly FoundToken[] {
  const { text, start, end } = pasted;
  const first = text.charAt(start);
  if (first !== '{' && first !== '[') return [];
  if (!/"(?:signatures?|ciphertext)"/.test(text)) return [];
  const root = pasted.json();
  return root === undefined
    ? []
    : serializationsIn(root, '').map(({ node, form, pointer }) => ({
        ...{ text: text.slice(node.start, node.end), start: node.start, end: node.end, form },
        ...{
          where: node.start === start && node.end === end ? 'whole text' : `json ${pointer}`,
          complete: true,
          removed: [],
        },
      }));
}

interface Serialization {
  readonly node: JsonNode;
  readonly form: Form;
  readonly pointer: string;
}

function serializationsIn(node: JsonNode, pointer: string): readonly Serialization[] {
  const form = formOfObject(node);
  if (form !== undefined) return [{ node, form, pointer }];
  if (node.kind === 'object')
    return node.members.flatMap((member) => serializationsIn(member.value, `${pointer}/${member.name}`));
  return node.kind === 'array'
    ? node.items.flatMap((item, index) => serializationsIn(item, `${pointer}/${index}`))
    : [];
}

/** A JWE has `ciphertext`; a JWS has `signatures`, or `signature` beside what it signs. */
function formOfObject(node: JsonNode): Form | undefined {
  if (memberOf(node, 'ciphertext')?.value.kind === 'string') return 'jwe-json';
  if (memberOf(node, 'signatures')?.value.kind === 'array') return 'jws-json';
  const isSigned = memberOf(node, 'signature')?.value.kind === 'string';
  const hasContent = memberOf(node, 'payload') !== undefined || memberOf(node, 'protected') !== undefined;
  return isSigned && hasContent ? 'jws-json' : undefined;
}
