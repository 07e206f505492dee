import { Button } from '../../ui/button.tsx';
import { TIMELINE } from '../../words/timeline.ts';

interface FieldActsProps {
  readonly words: string;
  cancel(): void;
}

/** The press that does it, and the one that does not. */
export function FieldActs({ words: act, cancel }: FieldActsProps) {
  return (
    <>
      <Button type="submit">{act}</Button>
      <Button look="quiet" onClick={cancel}>
        {TIMELINE.cancel}
      </Button>
    </>
  );
}
