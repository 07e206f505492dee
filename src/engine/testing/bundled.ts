/** What a file of `crypto/` costs the page that imports it. */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { projectRoot } from './project-root.ts';

const FOLDER = 'src/engine/crypto';

/** A file by its path in `crypto/`, with all that it needs. `inputs`: by paths from the root of the project. */
export async function bundled(file: string) {
  const root = projectRoot();
  const result = await build({
    absWorkingDir: root,
    entryPoints: [join(root, FOLDER, file)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    metafile: true,
  });
  const [output] = result.outputFiles;
  return { gzipBytes: gzipSync(output?.contents ?? '', { level: 9 }).length, inputs: result.metafile.inputs };
}

/** What arrives with a file at once: all that is imported, but not by `import()`. Paths from the root of the project. */
export async function arrivingWith(file: string): Promise<readonly string[]> {
  const { inputs } = await bundled(file);
  const found = new Set([`${FOLDER}/${file}`]);
  for (const name of found)
    for (const { kind, path } of inputs[name]?.imports ?? []) if (kind === 'import-statement') found.add(path);
  return [...found];
}
