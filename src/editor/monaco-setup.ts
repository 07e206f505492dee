import { loader } from '@monaco-editor/react';
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/hover/register';
import { type JsonColour, jsonRuns } from './json-colours.ts';
import { followPageTheme } from './monaco-theme.ts';
import type { EditorProps } from './types.ts';

/** Monaco's name of a pane's language. The names of JSON members wear the colour of their segment. */
export const monacoLanguage = ({ language, segment = 'p' }: EditorProps): string =>
  language === 'json' ? `json-${segment}` : 'plaintext';

/** Sets Monaco up, once, when this module is loaded. It starts no worker: nothing that is switched on asks for one. */
function setUp(): void {
  // Without this the loader would take Monaco from a CDN.
  loader.config({ monaco });
  registerJson('h');
  registerJson('p');
  followPageTheme();
  // Widths measured with the fallback font are wrong once the page's own has come.
  document.fonts.addEventListener('loadingdone', () => monaco.editor.remeasureFonts());
}

const LINE_STATE: monaco.languages.IState = { clone: () => LINE_STATE, equals: () => true };

function registerJson(segment: 'h' | 'p'): void {
  const id = `json-${segment}`;
  const scopeOf = (colour: JsonColour): string =>
    colour === 'name' ? `string.name.${segment}` : colour === 'plain' ? '' : colour;
  monaco.languages.register({ id });
  monaco.languages.setLanguageConfiguration(id, {
    brackets: [
      ['{', '}'],
      ['[', ']'],
    ],
  });
  monaco.languages.setTokensProvider(id, {
    getInitialState: () => LINE_STATE,
    tokenize: (line) => ({
      endState: LINE_STATE,
      tokens: jsonRuns(line).map((run) => ({ startIndex: run.start, scopes: scopeOf(run.colour) })),
    }),
  });
}

setUp();
