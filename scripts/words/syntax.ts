import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** A node of the syntax tree, as the parser names it (ESTree with TypeScript and JSX). */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [member: string]: unknown;
}

export interface Source {
  /** path from the project's root, with forward slashes */
  readonly file: string;
  readonly text: string;
  readonly program: Node;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The TypeScript of a folder below src, tests and their helpers left out. */
export function sourcesOf(folder: string): readonly Source[] {
  return readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })
    .map((file) => ['src', folder, ...file.split(/[/\\]/)].join('/'))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\/testing\//.test(file))
    .map((file) => parsed(file, readFileSync(join(root, file), 'utf8')));
}

/** Throws where the text is no TypeScript, naming the file. */
export function parsed(file: string, text: string): Source {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0 || !isNode(program)) throw new SyntaxError(`${file}: ${errors[0]?.message}`);
  return { file, text, program };
}

/** Calls `visit` with every node below, each with its ancestors, outermost first. */
export function walk(node: unknown, visit: (node: Node, ancestors: readonly Node[]) => void): void {
  step(node, []);
  function step(value: unknown, ancestors: readonly Node[]): void {
    if (Array.isArray(value)) {
      for (const one of value) step(one, ancestors);
      return;
    }
    if (!isNode(value)) return;
    visit(value, ancestors);
    const within = [...ancestors, value];
    for (const member of Object.values(value)) step(member, within);
  }
}

/** 1-based */
export function lineOf({ text }: Source, { start }: Node): number {
  return text.slice(0, start).split('\n').length;
}
