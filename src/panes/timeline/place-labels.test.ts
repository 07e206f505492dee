import { expect, test } from 'vitest';
import { type Label, placeLabels } from './place-labels.ts';

const label = (at: number, width: number, rank = 1): Label => ({ at, width, rank });

test.each<[string, readonly Label[], readonly (number | undefined)[]]>([
  ['labels apart stand in their middle', [label(50, 40), label(200, 60)], [30, 170]],
  ['at the edges they stay within', [label(0, 40), label(300, 60)], [0, 240]],
  ['two that touch move apart evenly', [label(100, 40), label(110, 40)], [61, 109]],
  ['at the edge they move from there', [label(5, 40), label(10, 40)], [0, 48]],
  ['three of one place', [label(150, 40), label(150, 40), label(150, 40)], [82, 130, 178]],
  ['what would push a neighbour joins it', [label(40, 80), label(90, 40), label(290, 40)], [0, 88, 260]],
  [
    'what has the least to say goes first',
    [label(50, 150, 2), label(100, 150, 0), label(200, 140, 1)],
    [undefined, 2, 160],
  ],
  ['the first in rank stays, others move aside', [label(100, 40), label(110, 40, 0)], [47, 95]],
  ['nothing to place', [], []],
])('%s', (_, labels, lefts) => {
  expect(placeLabels(labels, 300).map((left) => left && Math.round(left))).toEqual(lefts);
});
