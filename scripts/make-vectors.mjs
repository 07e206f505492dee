/**
 * Makes the project's own test vectors, src/engine/vectors/*.json. Run by hand, `node scripts/make-vectors.mjs`, with
 * Node 20 or newer and OpenSSL 3 on the path; every run makes new keys. With names, `node scripts/make-vectors.mjs
 * nested dpop`, only those are made anew (`tokens` makes keys.json too).
 *
 * The tokens come from issuers that are not the engine: jsonwebtoken and node:crypto. Only ML-DSA is signed with
 * @noble/post-quantum, since neither Node 20 nor OpenSSL 3.0 has it; see scripts/vectors/issue.mjs. jwe.json is made
 * by scripts/vectors/make-jwe.py.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { algorithmCases } from './vectors/algorithm-cases.mjs';
import { answerCases } from './vectors/answer-cases.mjs';
import { detachedCases } from './vectors/detached-cases.mjs';
import { dpopCases } from './vectors/dpop-cases.mjs';
import { encryptedCases } from './vectors/encrypted-cases.mjs';
import { jwsJsonCases } from './vectors/jws-json-cases.mjs';
import { keyCases } from './vectors/key-cases.mjs';
import { makeFamilies } from './vectors/key-material.mjs';
import { letterCases } from './vectors/letter-cases.mjs';
import { nestedCases } from './vectors/nested-cases.mjs';
import { makeObjectKeys, vectorFile } from './vectors/object-keys.mjs';
import { sdJwtCases } from './vectors/sd-jwt-cases.mjs';

const SOURCE = 'made by scripts/make-vectors.mjs; the keys are throw-away keys';

/** What is in each file, made when it is asked for. */
const MAKERS = {
  tokens: makeTokens,
  'jwe-by-hand': () => vectorFile(SOURCE, objectKeys, encryptedCases(objectKeys)),
  nested: () => vectorFile(SOURCE, objectKeys, nestedCases(objectKeys)),
  'jws-json': () => vectorFile(SOURCE, objectKeys, jwsJsonCases(objectKeys)),
  detached: () => vectorFile(SOURCE, objectKeys, detachedCases(objectKeys)),
  'sd-jwt': () => vectorFile(SOURCE, objectKeys, sdJwtCases(objectKeys)),
  dpop: () => vectorFile(SOURCE, objectKeys, dpopCases(objectKeys)),
};

const asked = process.argv.slice(2);
const objectKeys = makeObjectKeys();
for (const name of asked.length > 0 ? asked : Object.keys(MAKERS)) {
  const make = MAKERS[name];
  if (make === undefined) throw new Error(`there is no ${name}; there are ${Object.keys(MAKERS).join(', ')}`);
  write(`${name}.json`, make());
}

/** tokens.json, and beside it keys.json, which holds the same keys in every format. */
function makeTokens() {
  const families = makeFamilies();
  const algorithms = algorithmCases(families);
  write('keys.json', { source: SOURCE, cases: keyCases(families) });
  return {
    source: SOURCE,
    keys: algorithms.keys,
    families: algorithms.families,
    cases: [...algorithms.cases, ...answerCases(families), ...letterCases()],
  };
}

function write(name, content) {
  const file = fileURLToPath(new URL(`../src/engine/vectors/${name}`, import.meta.url));
  writeFileSync(file, JSON.stringify(content));
  execFileSync('npx', ['biome', 'format', '--write', file]);
  console.log(`${name}: ${content.cases.length} cases`);
}
