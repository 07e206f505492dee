import { editor } from 'monaco-editor/editor';

/** The one theme; it is defined anew from the page's custom properties when they change. */
export const THEME = 'page';

type Colours = Record<string, string>;

/** Monaco's colour -> custom property of the page, with an opacity in hex digits where it is not full. */
const COLOURS: Readonly<Record<string, readonly [property: string, opacity?: string]>> = {
  'editor.background': ['--surface'],
  'editor.foreground': ['--ink'],
  'editorGutter.background': ['--surface'],
  'editorLineNumber.foreground': ['--ink-3'],
  'editorLineNumber.activeForeground': ['--ink-3'],
  'editorCursor.foreground': ['--ink'],
  'editor.selectionBackground': ['--select'],
  'editor.inactiveSelectionBackground': ['--select'],
  'editor.findMatchBackground': ['--mark'],
  'editor.findMatchHighlightBackground': ['--mark', '99'],
  'editor.rangeHighlightBackground': ['--mark', '00'],
  'editorBracketMatch.background': ['--active'],
  'editorBracketMatch.border': ['--line-strong'],
  'editorWidget.background': ['--raised'],
  'editorWidget.foreground': ['--ink'],
  'editorWidget.border': ['--line'],
  'editorHoverWidget.background': ['--raised'],
  'editorHoverWidget.foreground': ['--ink'],
  'editorHoverWidget.border': ['--line-strong'],
  'input.background': ['--surface'],
  'input.foreground': ['--ink'],
  'input.border': ['--line-strong'],
  'input.placeholderForeground': ['--ink-3'],
  'inputOption.activeBackground': ['--active'],
  'inputOption.activeForeground': ['--ink'],
  'inputOption.activeBorder': ['--line-strong'],
  'inputOption.hoverBackground': ['--hover'],
  'icon.foreground': ['--ink-2'],
  'toolbar.hoverBackground': ['--hover'],
  focusBorder: ['--focus'],
  'scrollbarSlider.background': ['--line-strong', '66'],
  'scrollbarSlider.hoverBackground': ['--line-strong', '99'],
  'scrollbarSlider.activeBackground': ['--line-strong', 'cc'],
};

/** Colour class of JSON -> custom property. */
const TOKENS: readonly (readonly [token: string, property: string, bold?: true])[] = [
  ['string', '--ink'],
  ['string.name.h', '--seg-h', true],
  ['string.name.p', '--seg-p', true],
  ['number', '--code-num'],
  ['literal', '--code-num'],
  ['punctuation', '--code-punct'],
];

const HEX = /^#(?:[0-9a-f]{6}|[0-9a-f]{3})$/i;

/** Defines the theme from the computed values. Monaco takes hex colours only; another value leaves Monaco's own. */
function defineTheme(): void {
  const page = getComputedStyle(document.documentElement);
  const hex = (property: string): string | undefined => {
    const value = page.getPropertyValue(property).trim();
    if (!HEX.test(value)) {
      return undefined;
    }
    // The build shortens #ffffff to #fff, which Monaco does not read.
    return value.length === 4 ? value.replace(/[0-9a-f]/gi, '$&$&') : value;
  };
  const colors: Colours = {};
  for (const [name, [property, opacity = '']] of Object.entries(COLOURS)) {
    const value = hex(property);
    if (value !== undefined) {
      colors[name] = value + opacity;
    }
  }
  const rules = TOKENS.flatMap(([token, property, bold]) => {
    const foreground = hex(property)?.slice(1);
    return foreground === undefined ? [] : [{ token, foreground, ...(bold ? { fontStyle: 'bold' } : {}) }];
  });
  editor.defineTheme(THEME, {
    base: page.colorScheme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    colors: { ...colors, 'scrollbar.shadow': '#00000000', 'widget.shadow': '#00000000' },
    rules,
  });
  editor.setTheme(THEME);
}

/** Defines the theme now and whenever the page's theme or the system's preference changes, for as long as the page lives. */
export function followPageTheme(): void {
  defineTheme();
  new MutationObserver(defineTheme).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', defineTheme);
}
