/**
 * Makes the project's own test vectors: src/engine/vectors/tokens.json and keys.json. Run by hand, `node
 * scripts/make-vectors.mjs`, with Node 20 or newer and OpenSSL 3 on the path; every run makes new keys.
 *
 * The tokens come from issuers that are not the engine: jsonwebtoken and node:crypto. Only ML-DSA is signed with
 * @noble/post-quantum, since neither Node 20 nor OpenSSL 3.0 has it; see scripts/vectors/issue.mjs.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { algorithmCases } from './vectors/algorithm-cases.mjs';
import { answerCases } from './vectors/answer-cases.mjs';
import { keyCases } from './vectors/key-cases.mjs';
import { makeFamilies } from './vectors/key-material.mjs';
import { letterCases } from './vectors/letter-cases.mjs';

const SOURCE = 'made by scripts/make-vectors.mjs; the keys are throw-away keys';

const families = makeFamilies();
const algorithms = algorithmCases(families);
const tokens = {
  source: SOURCE,
  keys: algorithms.keys,
  families: algorithms.families,
  cases: [...algorithms.cases, ...answerCases(families), ...letterCases()],
};
write('tokens.json', tokens);
write('keys.json', { source: SOURCE, cases: keyCases(families) });

function write(name, content) {
  const file = fileURLToPath(new URL(`../src/engine/vectors/${name}`, import.meta.url));
  writeFileSync(file, JSON.stringify(content));
  execFileSync('npx', ['biome', 'format', '--write', file]);
  console.log(`${name}: ${content.cases.length} cases`);
}
