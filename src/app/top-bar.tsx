import { useEffect, useState } from 'react';
import { IconButton } from '../ui/button.tsx';
import { SHELL } from '../words/shell.ts';
import { applyTheme, nextTheme, storedTheme, type Theme } from './theme.ts';

const ICONS = { light: 'sun', dark: 'moon', system: 'screen' } as const;

/** The theme in force, and the function that goes to the next. Before the page is live it is the system's. */
export function useTheme(): readonly [Theme, () => void] {
  const [theme, setTheme] = useState<Theme>('system');
  useEffect(() => setTheme(storedTheme()), []);
  function goOn() {
    const next = nextTheme(storedTheme());
    applyTheme(next);
    setTheme(next);
  }
  return [theme, goOn];
}

interface TopBarProps {
  readonly theme: Theme;
  nextTheme(): void;
  openShortcuts(): void;
}

export function TopBar({ theme, nextTheme: goOn, openShortcuts }: TopBarProps) {
  return (
    <header className="top-bar" data-region="top">
      <h1 className="sr-only">{SHELL.heading}</h1>
      <svg width="22" height="20" viewBox="0 0 22 20" aria-hidden="true">
        <path d="M1 3.5h20" stroke="var(--seg-h)" strokeWidth="4" />
        <path d="M1 10h20" stroke="var(--seg-p)" strokeWidth="4" strokeDasharray="5.5 1.75" />
        <path d="M1 16.5h20" stroke="var(--seg-s)" strokeWidth="4" strokeDasharray="2.4 2" />
      </svg>
      <span className="text-[14px] font-[650] tracking-[-0.01em] whitespace-nowrap">{SHELL.name}</span>
      <span className="grow" />
      <IconButton icon={ICONS[theme]} label={SHELL.theme[theme]} onClick={goOn} />
      <IconButton icon="keyboard" label={SHELL.shortcuts} aria-haspopup="dialog" onClick={openShortcuts} />
    </header>
  );
}
