import { expect, test } from 'vitest';
import type { Json } from '../types.ts';
import { makeDisclosure } from './make.ts';
import { processDisclosures } from './process.ts';
import { type SdTreeNode, treeOf } from './tree.ts';

/** One line a node: its depth, what it is called, its state, and the disclosure that put it there. */
function drawn(node: SdTreeNode, depth = 0): readonly string[] {
  const indent = '  '.repeat(depth);
  if (node.state === 'hidden') return [`${indent}? hidden ${node.kind} ${node.digest}`];
  const by = node.disclosure === undefined ? '' : ` by ${node.disclosure}`;
  const line = `${indent}${node.name ?? '(all)'} ${node.pointer} ${node.state}${by}`;
  return [line, ...node.children.flatMap((child) => drawn(child, depth + 1))];
}

test('a tree shows what was always there, what was disclosed with all inside of it, and what is hidden at its place', () => {
  const texts = [
    makeDisclosure('s', 'address', { _sd: ['H3', 'B'], city: 'X' }),
    makeDisclosure('s', 'street/no', 1),
    makeDisclosure('s', undefined, 'FR'),
  ];
  const payload: Record<string, Json> = {
    iss: 'i',
    _sd: ['H1', 'A'],
    list: [{ '...': 'H4' }, 'DE', { '...': 'H5' }, { '...': 'H6' }, { '...': 'C' }, { '...': 'H7' }],
  };
  expect(drawn(treeOf(processDisclosures(payload, texts, ['A', 'B', 'C'])))).toEqual([
    '(all)  always',
    '  iss /iss always',
    '  list /list always',
    '    ? hidden array-element H4',
    '    0 /list/0 always',
    '    ? hidden array-element H5',
    '    ? hidden array-element H6',
    '    1 /list/1 disclosed by 2',
    '    ? hidden array-element H7',
    '  address /address disclosed by 0',
    '    city /address/city disclosed',
    '    street/no /address/street~1no disclosed by 1',
    '    ? hidden object-property H3',
    '  ? hidden object-property H1',
  ]);
});

test('what a faulty token could not put in place is not in the tree', () => {
  const texts = [makeDisclosure('s', 'n', { _sd: ['H'] }), makeDisclosure('s', 'x', 1)];
  const tree = treeOf(processDisclosures({ n: [], _sd: ['A'] }, texts, ['A', 'B']));
  expect(drawn(tree)).toEqual(['(all)  always', '  n /n always']);
});
