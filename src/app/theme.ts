/** Light, dark, or as the system has it. The choice is the one thing that this page stores. */
export type Theme = 'light' | 'dark' | 'system';

const KEY = 'theme';
const NEXT: Readonly<Record<Theme, Theme>> = { light: 'dark', dark: 'system', system: 'light' };

export function nextTheme(theme: Theme): Theme {
  return NEXT[theme];
}

/** What has been chosen here before. The first paint has followed it already (theme.js). */
export function storedTheme(): Theme {
  const stored = document.documentElement.dataset.theme;
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // storage is switched off: the choice lasts for this visit
  }
}
