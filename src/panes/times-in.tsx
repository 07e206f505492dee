/** In which zone the page tells times: one choice for all of it. */
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { UTC, type Zone } from '../words/claims-tab.ts';

export type TimesIn = 'utc' | 'local';

let hereName: string | undefined;

/** That of this device. Its name is asked for when it is first told, for that takes time. */
const HERE: Zone = {
  get name() {
    hereName ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
    return hereName;
  },
  offsetAt: (seconds) => -new Date(seconds * 1000).getTimezoneOffset(),
};

export interface TimesInChoice {
  readonly timesIn: TimesIn;
  setTimesIn(timesIn: TimesIn): void;
}

const TimesInContext = createContext<TimesInChoice>({ timesIn: 'utc', setTimesIn: () => undefined });

export function TimesInProvider({ children }: { readonly children: ReactNode }) {
  const [timesIn, setTimesIn] = useState<TimesIn>('utc');
  const choice = useMemo(() => ({ timesIn, setTimesIn }), [timesIn]);
  return <TimesInContext value={choice}>{children}</TimesInContext>;
}

export function useTimesIn(): TimesInChoice & { readonly zone: Zone } {
  const choice = useContext(TimesInContext);
  return { ...choice, zone: zoneOf(choice.timesIn) };
}

function zoneOf(timesIn: TimesIn): Zone {
  return timesIn === 'utc' ? UTC : HERE;
}
