/** The claims of an SD-JWT as rows for drawing, every value exactly as the issuer wrote it. */
import { decodeDisclosure } from '../../engine/sd-jwt/disclosure.ts';
import { processDisclosures } from '../../engine/sd-jwt/process.ts';
import { type SdTreeNode, treeOf } from '../../engine/sd-jwt/tree.ts';
import { memberOf, parseJson } from '../../engine/token/json.ts';
import type { JsonNode } from '../../engine/token/json-shapes.ts';
import { compactJson } from '../../engine/token/layout.ts';
import type { Disclosure, JsonObject } from '../../engine/types.ts';

export type ClaimRow =
  | {
      readonly state: 'always' | 'disclosed';
      /** unique among all rows */
      readonly key: string;
      /** of a member; the index of an array's entry */
      readonly name: string | number;
      /** JSON without white space; undefined where the children tell it */
      readonly literal: string | undefined;
      /** array: its children are entries */
      readonly holds: 'members' | 'entries' | undefined;
      /** index of the disclosure that put exactly this there */
      readonly disclosure: number | undefined;
      readonly children: readonly ClaimRow[];
    }
  | {
      readonly state: 'hidden';
      readonly key: string;
      readonly kind: 'object-property' | 'array-element';
      readonly digest: string;
    };

export interface ClaimTree {
  readonly rows: readonly ClaimRow[];
  /** digests without a disclosure */
  readonly hidden: number;
  /** disclosures that stand nowhere in the claims, by their index */
  readonly stray: readonly number[];
  /** the processed payload of those that are shown, as one JSON text without white space */
  processed(shown: ReadonlySet<number>): string;
}

/** `payloadText` is what `payload` was read from; the disclosures have their digests. */
export function claimTree(payload: JsonObject, payloadText: string, disclosures: readonly Disclosure[]): ClaimTree {
  const texts = disclosures.map(({ text }) => text);
  const processed = processDisclosures(
    payload,
    texts,
    disclosures.map(({ digest }) => digest),
  );
  const tree = treeOf(processed);
  const sources = disclosureSources(texts);
  const root = sourceOf(payloadText);
  const children = tree.state === 'hidden' ? [] : tree.children;
  return {
    rows: rowsOf(children, root, sources),
    hidden: processed.hidden.length,
    stray: [...disclosures.keys()].filter((index) => processed.disclosures[index]?.pointer === undefined),
    processed: (shown) => (tree.state === 'hidden' ? '' : exactJson(tree, root, sources, shown)),
  };
}

/** A JSON text and the place in it that a value was read from; no place where it cannot be told for sure. */
interface Source {
  readonly text: string;
  readonly node: JsonNode | undefined;
}

interface DisclosureSource {
  readonly name: string | undefined;
  readonly value: Source;
}

type Sources = readonly (DisclosureSource | undefined)[];

function sourceOf(text: string): Source {
  const document = parseJson(text);
  return { text, node: document.problems.length === 0 ? document.root : undefined };
}

function disclosureSources(texts: readonly string[]): Sources {
  return texts.map((text) => {
    const content = decodeDisclosure(text);
    if (!content.ok) return undefined;
    const { node } = sourceOf(content.json);
    const items = node?.kind === 'array' ? node.items : [];
    const name = items.length === 3 ? literalOf({ text: content.json, node: items[1] }) : undefined;
    return { name, value: { text: content.json, node: items.at(-1) } };
  });
}

/** The value of a disclosure as the issuer wrote it, without white space; undefined where it is no disclosure. */
export function disclosureValue(text: string): string | undefined {
  const [source] = disclosureSources([text]);
  return source && literalOf(source.value);
}

function literalOf({ text, node }: Source): string | undefined {
  if (node === undefined) return undefined;
  const literal = text.slice(node.start, node.end);
  return compactJson(literal, parseJson(literal));
}

type ShownNode = Exclude<SdTreeNode, { readonly state: 'hidden' }>;

/** Where the value of a child was read from. The entries of an array stand one for one in the tree and the source. */
function childSource(parent: Source, child: ShownNode, at: number, all: number, sources: Sources): Source {
  if (child.disclosure !== undefined) return sources[child.disclosure]?.value ?? { text: '', node: undefined };
  const { text, node } = parent;
  if (typeof child.name === 'string') return { text, node: memberOf(node, child.name)?.value };
  return { text, node: node?.kind === 'array' && node.items.length === all ? node.items[at] : undefined };
}

function rowsOf(nodes: readonly SdTreeNode[], parent: Source, sources: Sources): readonly ClaimRow[] {
  return nodes.map((node, at): ClaimRow => {
    if (node.state === 'hidden') return { state: 'hidden', key: node.digest, kind: node.kind, digest: node.digest };
    const source = childSource(parent, node, at, nodes.length, sources);
    const opens = node.children.some(isMixed);
    return {
      state: node.state,
      key: node.pointer,
      name: node.name ?? '',
      literal: opens ? undefined : (literalOf(source) ?? JSON.stringify(node.value)),
      holds: opens ? (Array.isArray(node.value) ? 'entries' : 'members') : undefined,
      disclosure: node.disclosure,
      children: opens ? rowsOf(node.children, source, sources) : [],
    };
  });
}

/** Something in it can be shown or not. What is all of a piece is drawn as one value. */
function isMixed(node: SdTreeNode): boolean {
  return node.state === 'hidden' || node.disclosure !== undefined || node.children.some(isMixed);
}

function exactJson(node: ShownNode, source: Source, sources: Sources, shown: ReadonlySet<number>): string {
  if (!node.children.some(isMixed)) return literalOf(source) ?? JSON.stringify(node.value);
  const isList = Array.isArray(node.value);
  const parts = node.children.flatMap((child, at) => {
    if (child.state === 'hidden') return [];
    if (child.disclosure !== undefined && !shown.has(child.disclosure)) return [];
    const value = exactJson(child, childSource(source, child, at, node.children.length, sources), sources, shown);
    return [isList ? value : `${nameLiteral(child, source, sources)}:${value}`];
  });
  return isList ? `[${parts.join(',')}]` : `{${parts.join(',')}}`;
}

function nameLiteral({ name, disclosure }: ShownNode, parent: Source, sources: Sources): string {
  const own = disclosure === undefined ? undefined : sources[disclosure]?.name;
  const member = disclosure === undefined ? memberOf(parent.node, String(name ?? '')) : undefined;
  return own ?? (member && parent.text.slice(member.nameStart, member.nameEnd)) ?? JSON.stringify(name);
}

/** The first rows, as many as will be looked at, and how many are left out. Inner rows count as well. */
export function firstRows(
  rows: readonly ClaimRow[],
  most: number,
): { readonly rows: readonly ClaimRow[]; readonly rest: number } {
  const budget = { left: most };
  const kept = take(rows, budget);
  return { rows: kept, rest: countRows(rows) - countRows(kept) };
}

function take(rows: readonly ClaimRow[], budget: { left: number }): readonly ClaimRow[] {
  const kept: ClaimRow[] = [];
  for (const row of rows) {
    if (budget.left === 0) break;
    budget.left -= 1;
    kept.push(row.state === 'hidden' ? row : { ...row, children: take(row.children, budget) });
  }
  return kept;
}

function countRows(rows: readonly ClaimRow[]): number {
  return rows.reduce((sum, row) => sum + 1 + (row.state === 'hidden' ? 0 : countRows(row.children)), 0);
}
