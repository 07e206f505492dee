// Makes src/workbench/examples/examples.json: a token of every algorithm with its key, one of each other kind of token,
// and tokens with something wrong. Run by hand: `node scripts/make-examples.mjs`. The keys are throw-away keys, made
// here, used nowhere else. Signed and encrypted with node:crypto, so that the page's own code is not what its examples
// are made with; ML-DSA, which Node 20 lacks, with @noble/post-quantum.
import { writeFileSync } from 'node:fs';
import { objectExamples, objectMishaps } from './examples/objects.mjs';
import { signedExamples, signedMishaps } from './examples/signed.mjs';

const examples = [...signedExamples(), ...objectExamples(), ...signedMishaps(), ...objectMishaps()];
const file = new URL('../src/workbench/examples/examples.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(examples, null, 2)}\n`);
