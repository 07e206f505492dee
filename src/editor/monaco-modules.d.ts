/** Monaco's own types name only its public entries. */
declare module 'monaco-editor/base/common/lifecycle';
declare module 'monaco-editor/platform/registry/common/platform';
declare module 'monaco-editor/editor/common/core/range';
declare module 'monaco-editor/editor/browser/editorDom';
