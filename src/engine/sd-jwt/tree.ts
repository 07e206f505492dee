/** The processed payload as a tree for drawing: what was always there, what was disclosed, what is hidden. */
import { isJsonArray, isJsonObject } from '../token/json-kind.ts';
import { escapeToken } from '../token/json-pointer.ts';
import type { Json } from '../types.ts';
import type { HiddenDigest, ProcessedSdJwt } from './process.ts';

/**
 * `always`: in the issuer's payload itself. `disclosed`: put there by a disclosure, or inside of what one put there.
 * `hidden`: a digest without a disclosure, of a claim that is not shown or a decoy; nobody but the issuer and the
 * holder can tell which.
 */
export type SdTreeNode =
  | {
      readonly state: 'always' | 'disclosed';
      /** in the processed payload */
      readonly pointer: string;
      /** of a member; the index of an array's element; undefined for the whole */
      readonly name: string | number | undefined;
      readonly value: Json;
      /** index of the disclosure that put exactly this there */
      readonly disclosure: number | undefined;
      readonly children: readonly SdTreeNode[];
    }
  | { readonly state: 'hidden'; readonly kind: HiddenDigest['kind']; readonly digest: string };

interface Marks {
  readonly disclosed: ReadonlyMap<string, number>;
  readonly hidden: ReadonlyMap<string, readonly HiddenDigest[]>;
}

/** Hidden elements of an array stand at their place in it, hidden members of an object behind the others. */
export function treeOf(processed: ProcessedSdJwt): SdTreeNode {
  const disclosed = new Map<string, number>();
  for (const [index, { pointer }] of processed.disclosures.entries()) {
    if (pointer !== undefined) disclosed.set(pointer, index);
  }
  const hidden = new Map<string, HiddenDigest[]>();
  for (const digest of processed.hidden) {
    if (digest.spot === undefined) continue;
    const { parent } = digest.spot;
    const there = hidden.get(parent);
    if (there === undefined) hidden.set(parent, [digest]);
    else there.push(digest);
  }
  return nodeOf(processed.processedPayload, '', undefined, 'always', { disclosed, hidden });
}

function nodeOf(
  value: Json,
  pointer: string,
  name: string | number | undefined,
  around: 'always' | 'disclosed',
  marks: Marks,
): SdTreeNode {
  const disclosure = marks.disclosed.get(pointer);
  const state = disclosure === undefined ? around : 'disclosed';
  return { state, pointer, name, value, disclosure, children: childrenOf(value, pointer, state, marks) };
}

function childrenOf(value: Json, pointer: string, state: 'always' | 'disclosed', marks: Marks): readonly SdTreeNode[] {
  const hidden = marks.hidden.get(pointer) ?? [];
  if (isJsonArray(value)) return elementsOf(value, pointer, state, hidden, marks);
  if (!isJsonObject(value)) return [];
  return [
    ...Object.entries(value).map(([name, member]) =>
      nodeOf(member, `${pointer}/${escapeToken(name)}`, name, state, marks),
    ),
    ...hidden.map(hiddenNode),
  ];
}

/** `hidden` comes in the order of the array. */
function elementsOf(
  items: readonly Json[],
  pointer: string,
  state: 'always' | 'disclosed',
  hidden: readonly HiddenDigest[],
  marks: Marks,
): readonly SdTreeNode[] {
  const nodes: SdTreeNode[] = [];
  let next = 0;
  for (let index = 0; index <= items.length; index++) {
    for (let one = hidden[next]; one !== undefined && (one.spot?.before ?? 0) <= index; one = hidden[++next]) {
      nodes.push(hiddenNode(one));
    }
    const item = items[index];
    if (item !== undefined) nodes.push(nodeOf(item, `${pointer}/${index}`, index, state, marks));
  }
  return nodes;
}

function hiddenNode({ kind, digest }: HiddenDigest): SdTreeNode {
  return { state: 'hidden', kind, digest };
}
