/** At which moment everything is judged, and in which zone times are told. */
import { Chip } from '../../ui/chip.tsx';
import { Choice } from '../../ui/choice.tsx';
import { asOfChip, exactLabel, TIMELINE } from '../../words/timeline.ts';
import { wholeSecond } from '../claims/use-now.ts';
import { useTimesIn } from '../times-in.tsx';
import { MomentField } from './moment-field.tsx';

interface AsOfProps {
  readonly asOf: number | undefined;
  setAsOf(seconds: number | undefined): void;
}

export function AsOf({ asOf, setAsOf }: AsOfProps) {
  const { timesIn, setTimesIn, zone } = useTimesIn();
  return (
    <div className="as-of">
      <div className="as-of-choice">
        <span aria-hidden="true">{TIMELINE.checkAsOf}</span>
        <Choice
          label={TIMELINE.checkAsOf}
          value={asOf === undefined ? 'now' : 'other'}
          options={[
            { value: 'now', words: TIMELINE.now },
            { value: 'other', words: TIMELINE.otherTime },
          ]}
          onChoose={(value) => setAsOf(value === 'now' ? undefined : wholeSecond())}
        />
      </div>
      <div className="as-of-choice">
        <span aria-hidden="true">{TIMELINE.timesIn}</span>
        <Choice
          label={TIMELINE.timesIn}
          value={timesIn}
          options={[
            { value: 'utc', words: TIMELINE.utc },
            { value: 'local', words: TIMELINE.local },
          ]}
          onChoose={setTimesIn}
        />
      </div>
      {asOf === undefined ? null : (
        <div className="as-of-other">
          <MomentField label={TIMELINE.moment} seconds={asOf} zone={zone} atOnce onMoment={setAsOf}>
            <Chip tone="note">{asOfChip(exactLabel(asOf, wholeSecond(), zone))}</Chip>
          </MomentField>
        </div>
      )}
    </div>
  );
}
