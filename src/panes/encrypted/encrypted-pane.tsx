/** What an encrypted token is made of beside its header. Fetched with the first encrypted token. */
import { useState } from 'react';
import type { JweObject } from '../../engine/token/shapes.ts';
import type { Part } from '../../engine/types.ts';
import { Choice } from '../../ui/choice.tsx';
import { Pane } from '../../ui/pane.tsx';
import { ENCRYPTED } from '../../words/encrypted.ts';
import { JSON_PANES } from '../../words/json-panes.ts';
import type { LayerView } from '../../workbench/types.ts';
import { entriesOf } from '../entries/entries.ts';
import type { PageActs } from '../page-acts.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { VerdictChip } from '../verdict/verdict-chip.tsx';
import { EncryptedPartRow, type PartForm } from './encrypted-part-row.tsx';
import { encryptedRows } from './encrypted-rows.ts';

export interface EncryptedPaneProps {
  readonly layer: LayerView;
  readonly object: JweObject;
  readonly acts: PageActs;
}

const PARTS: readonly Part[] = ['encrypted-key', 'iv', 'tag'];

export function EncryptedPane({ layer, object, acts }: EncryptedPaneProps) {
  const [form, setForm] = useState<PartForm>('hex');
  const rows = encryptedRows(object);
  const recipients = object.recipients.length > 1 ? entriesOf(layer) : [];
  return (
    <Pane
      name="encrypted"
      title={JSON_PANES.encryptedParts}
      meta={metaOf(layer)}
      tools={
        <Choice<PartForm>
          label={ENCRYPTED.shownAs}
          value={form}
          options={[
            { value: 'hex', words: ENCRYPTED.hex },
            { value: 'base64url', words: ENCRYPTED.base64url },
          ]}
          onChoose={setForm}
        />
      }
    >
      <ProblemNotice problems={layer.problems} parts={PARTS} />
      <ul className="encrypted-parts">
        {rows.map((row) => {
          const recipient = row.index === undefined ? undefined : recipients[row.index];
          return (
            <EncryptedPartRow
              key={`${row.part} ${row.index ?? ''}`}
              row={row}
              form={form}
              acts={acts}
              verdict={recipient === undefined ? null : <VerdictChip {...recipient} />}
            />
          );
        })}
      </ul>
    </Pane>
  );
}

function metaOf({ verdict, content }: LayerView): string {
  // a content that inflates too far was decrypted all the same
  if (content !== undefined || verdict.code === 'inflated-too-large') return ENCRYPTED.opened;
  return verdict.state === 'malformed' ? ENCRYPTED.malformed : ENCRYPTED.locked;
}
