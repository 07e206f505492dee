import { Chip } from '../../ui/chip.tsx';
import { keyChip } from '../../words/key-report.ts';
import type { WorkbenchView } from '../../workbench/types.ts';

/** Kind, size and form of the key in the box; nothing while it is being read. */
export function KeyChip({ view }: { readonly view: WorkbenchView }) {
  const { text, report } = view.key;
  if (text.trim() !== '' && report === undefined) return null;
  const chip = keyChip(report?.problem?.code === 'empty' ? undefined : report, kidOf(view));
  const icon = chip.tone === 'fail' ? 'circleX' : chip.private ? 'eyeOff' : 'key';
  return (
    <Chip tone={chip.tone} icon={icon} title={chip.words}>
      {chip.words}
    </Chip>
  );
}

function kidOf({ opened }: WorkbenchView): string | undefined {
  const header = opened.layer?.header;
  if (typeof header !== 'object' || header === null || Array.isArray(header) || !('kid' in header)) return undefined;
  return typeof header.kid === 'string' ? header.kid : undefined;
}
