import { Chip } from '../../ui/chip.tsx';
import { keyChip } from '../../words/key-report.ts';
import type { WorkbenchView } from '../../workbench/types.ts';
import { algOf, isEncrypted, joinedHeader, openedLayer } from '../open-layer.ts';

/** Kind, size and form of the key in the box; nothing while it is being read. */
export function KeyChip({ view }: { readonly view: WorkbenchView }) {
  const { text, report } = view.key;
  const opened = openedLayer(view);
  if (text.trim() !== '' && report === undefined) return null;
  const chip = keyChip(report?.problem?.code === 'empty' ? undefined : report, {
    kid: kidOf(view),
    encrypted: isEncrypted(opened),
    password: algOf(opened)?.startsWith('PBES2') === true,
  });
  const icon = chip.tone === 'fail' ? 'circleX' : chip.private ? 'eyeOff' : 'key';
  return (
    <Chip tone={chip.tone} icon={icon} title={chip.words}>
      {chip.words}
    </Chip>
  );
}

function kidOf(view: WorkbenchView): string | undefined {
  const kid = joinedHeader(openedLayer(view))?.kid;
  return typeof kid === 'string' ? kid : undefined;
}
