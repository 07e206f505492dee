/** The findings to take along: as text, as JSON, as SARIF. */
import { useState } from 'react';
import { version } from '../../../package.json';
import type { ReportInput } from '../../engine/lint/report/report.ts';
import { Button } from '../../ui/button.tsx';
import { writeClipboard } from '../../ui/clipboard.ts';
import { Menu, MenuGroup, MenuItem } from '../../ui/menu.tsx';
import { FINDINGS } from '../../words/findings.ts';
import type { WorkbenchView } from '../../workbench/types.ts';
import type { PageActs } from '../page-acts.ts';

interface ExportMenuProps {
  readonly view: WorkbenchView;
  readonly acts: Pick<PageActs, 'copyRefused' | 'partMissing'>;
}

type Form = 'asText' | 'asJson' | 'asSarif';

const FORMS: readonly Form[] = ['asText', 'asJson', 'asSarif'];

/** How long it is said that the clipboard has it. */
const SAID_MS = 1200;

export function ExportMenu({ view, acts }: ExportMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [copied, setCopied] = useState(false);
  const { meaning, mutedRules, text } = view;
  if (meaning === undefined) return <Button icon="copy">{FINDINGS.export}</Button>;

  async function copy(form: Form, input: ReportInput) {
    const report = await reportAs(form, input).catch(() => undefined);
    if (report === undefined) return acts.partMissing();
    if (!(await writeClipboard(report))) return acts.copyRefused();
    setCopied(true);
    setTimeout(() => setCopied(false), SAID_MS);
  }

  const input = { findings: meaning.findings, muted: mutedRules, toolVersion: version, textLength: text.length };
  return (
    <>
      <Button
        icon={copied ? 'check' : 'copy'}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {FINDINGS.export}
      </Button>
      {anchor === undefined ? null : (
        <Menu anchor={anchor} label={FINDINGS.exportMenu} align="end" onClose={() => setAnchor(undefined)}>
          <MenuGroup label={FINDINGS.noToken}>
            {FORMS.map((form) => (
              <MenuItem key={form} words={FINDINGS[form]} onChoose={() => void copy(form, input)} />
            ))}
          </MenuGroup>
        </Menu>
      )}
    </>
  );
}

async function reportAs(form: Form, input: ReportInput): Promise<string> {
  switch (form) {
    case 'asText':
      return (await import('../../engine/lint/report/as-text.ts')).asText(input);
    case 'asJson':
      return (await import('../../engine/lint/report/as-json.ts')).asJson(input);
    case 'asSarif':
      return (await import('../../engine/lint/report/as-sarif.ts')).asSarif(input);
  }
}
