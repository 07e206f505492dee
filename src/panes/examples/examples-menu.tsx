import { Menu, MenuGroup, MenuItem } from '../../ui/menu.tsx';
import { EXAMPLE_GROUPS, EXAMPLE_WORDS } from '../../words/examples.ts';
import { TOKEN } from '../../words/token.ts';
import { EXAMPLE_IDS, type ExampleId } from '../../workbench/examples/example.ts';
import { ExampleMark, partsOf } from './example-mark.tsx';

export interface ExamplesMenuProps {
  readonly anchor: HTMLElement;
  openExample(id: string): void;
  onClose(): void;
}

/** Those that show what goes wrong. */
const MISHAPS: ReadonlySet<ExampleId> = new Set([
  'expired',
  'tampered',
  'unsecured',
  'wrong-key',
  'key-confusion',
  'changed-ciphertext',
  'foreign-disclosure',
]);

/** Those that are more than a signed token in three parts; the rest show an algorithm at work. */
const OBJECTS: ReadonlySet<ExampleId> = new Set([
  'encrypted',
  'key-agreement',
  'password',
  'nested',
  'two-signatures',
  'detached',
  'sd-jwt',
  'dpop',
]);

const isAlgorithm = (id: ExampleId) => !MISHAPS.has(id) && !OBJECTS.has(id);

/** Every example: what goes wrong first, then the forms of tokens, then one for each algorithm. */
export function ExamplesMenu({ anchor, openExample, onClose }: ExamplesMenuProps) {
  const items = (ids: readonly ExampleId[]) =>
    ids.map((id) => (
      <MenuItem
        key={id}
        lead={<ExampleMark parts={partsOf(id)} />}
        words={EXAMPLE_WORDS[id].title}
        note={EXAMPLE_WORDS[id].note}
        onChoose={() => openExample(id)}
      />
    ));
  return (
    <Menu anchor={anchor} label={TOKEN.examples} align="end" wide onClose={onClose}>
      <MenuGroup label={EXAMPLE_GROUPS.mishaps}>{items(EXAMPLE_IDS.filter((id) => MISHAPS.has(id)))}</MenuGroup>
      <MenuGroup label={EXAMPLE_GROUPS.objects}>{items(EXAMPLE_IDS.filter((id) => OBJECTS.has(id)))}</MenuGroup>
      <MenuGroup label={EXAMPLE_GROUPS.algorithms}>{items(EXAMPLE_IDS.filter(isAlgorithm))}</MenuGroup>
    </Menu>
  );
}
