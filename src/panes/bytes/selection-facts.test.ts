import { expect, test } from 'vitest';
import { openText } from '../../engine/open.ts';
import { byteMap } from '../../engine/token/bytes/byte-map.ts';
import { characterEdit } from '../../engine/token/bytes/edits.ts';
import { parseJson } from '../../engine/token/json.ts';
import { segmentOf } from '../../workbench/testing/tokens.ts';
import { markedByCell, markedByRange } from './byte-focus.ts';
import { byteParts } from './byte-parts.ts';
import { changeOf } from './part-content.ts';
import { copyText, selectionFacts } from './selection-facts.ts';

const TEXT = '{"name":"é","exp":12}';
const [, PAYLOAD] = byteParts(openText(`${segmentOf('{"alg":"HS256"}')}.${segmentOf(TEXT)}.c2ln`));

function payload() {
  if (PAYLOAD === undefined) throw new Error('no payload');
  return { part: PAYLOAD, map: byteMap(PAYLOAD.text), content: { text: TEXT, json: parseJson(TEXT) } };
}

test('a value that was selected elsewhere is told with its places and edges', () => {
  const { part, map, content } = payload();
  // bytes 19 and 20, `12`, in characters 25 to 27
  const facts = selectionFacts(part, map, markedByRange(map, 25, 28), content);
  expect(facts).toEqual({
    title: 'the value of exp',
    rows: [
      { label: 'JSON pointer', words: '/exp' },
      { label: 'JSON characters', words: '18–19 in the payload' },
      { label: 'Bytes', words: '19–20, 2 bytes' },
      { label: 'base64url', words: '25–27, 3 characters' },
      { label: 'Edges', words: 'The first character also holds 2 bits of the previous byte' },
    ],
  });
  expect(
    copyText(map, markedByRange(map, 25, 28), facts, 'hex')
      .split('\n')
      .slice(-2),
  ).toEqual(['31 32', '12']);
});

test('a character of several bytes has all of them', () => {
  const { part, map, content } = payload();
  const { title, rows } = selectionFacts(part, map, markedByCell(map, { row: 'text', at: 9 }), content);
  expect([title, rows.find(({ label }) => label === 'Bytes')?.words]).toEqual([
    'in the value of name',
    '9–10, 2 bytes',
  ]);
});

test('what is no JSON is told by its bytes alone', () => {
  const { part, map } = payload();
  const { title, rows } = selectionFacts(part, map, markedByRange(map, 0, 4), undefined);
  expect([title, rows.map(({ label }) => label)]).toEqual(['4 characters', ['Bytes', 'base64url']]);
});

test('a change tells what it did to the JSON', () => {
  const { part, map } = payload();
  const edit = characterEdit(map, 0, 'f');
  expect(edit && changeOf(part, map, edit)).toEqual({
    text: `f${map.text.slice(1)}`,
    sentence: 'e became f (value 30 → 31, one bit). The opening brace became \u007f, so this is no longer JSON.',
    isBroken: true,
  });
});
