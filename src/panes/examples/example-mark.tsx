import type { ExampleId } from '../../workbench/examples/example.ts';

type Segment = 'h' | 'p' | 's' | 'k' | 'i';

const ENCRYPTED: ReadonlySet<ExampleId> = new Set([
  'encrypted',
  'key-agreement',
  'password',
  'nested',
  'changed-ciphertext',
]);

/** The parts that the token of an example has. */
export function partsOf(id: ExampleId): readonly Segment[] {
  if (ENCRYPTED.has(id)) return ['h', 'k', 'i', 'p', 's'];
  if (id === 'unsecured') return ['h', 'p'];
  return id === 'detached' ? ['h', 's'] : ['h', 'p', 's'];
}

/** Their marks. */
export function ExampleMark({ parts }: { readonly parts: readonly Segment[] }) {
  return (
    <span aria-hidden="true" className="flex w-[22px] flex-none flex-col gap-[3px]">
      {parts.map((part) => (
        <i key={part} className={`swatch swatch-${part}`} />
      ))}
    </span>
  );
}
