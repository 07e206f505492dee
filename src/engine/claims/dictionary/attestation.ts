/** Entity attestation: what a device is, what runs on it, whether it is as it should be. */
import { type DictionaryEntry, table } from './entry.ts';

const EAT = table('registered', 'RFC 9711', [
  ['eat_nonce', 'string or string[]', 'The verifier’s own value, which shows that the attestation is fresh.'],
  ['ueid', 'base64url', 'An identifier that is unique to the device and stays for good.'],
  ['sueids', 'object', 'Identifiers of the device that stay for a part of its life, by name.'],
  ['oemid', 'any', 'The maker of the device.'],
  ['hwmodel', 'base64url', 'The model of the hardware, in its maker’s words.'],
  ['hwversion', 'array', 'The version of the hardware, and how it is written.'],
  ['swname', 'string', 'The name of the software that runs.'],
  ['swversion', 'array', 'The version of the software that runs, and how it is written.'],
  ['oemboot', 'boolean', 'Whether the software that was started is one that the maker authorized.'],
  ['dbgstat', 'string', 'Whether debugging is open, or shut off and for how long.'],
  ['location', 'object', 'Where the device is, in degrees and metres.'],
  ['uptime', 'seconds', 'How long ago the device was started.'],
  ['bootcount', 'integer', 'How many times the device was started.'],
  ['bootseed', 'base64url', 'A random value of this start, which differs at the next.'],
  ['dloas', 'object[]', 'Certifications that the device has received, and where they are.'],
  ['manifests', 'array', 'Descriptions of the software that is installed.'],
  ['measurements', 'array', 'Hashes of software, memory and settings, as they were found.'],
  ['measres', 'array', 'What came of comparing the measurements with what they should be.'],
  ['submods', 'object', 'Attestations of the parts that the device is made of.'],
  ['eat_profile', 'string', 'The profile that says which of all these claims to expect.'],
  ['intuse', 'string', 'What the attestation is made for.'],
]);

const WRAPPER = table('registered', 'RATS Conceptual Messages Wrapper', [
  ['cmw', 'array', 'Evidence or results of attestation in a wrapper that says of what kind they are.'],
]);

export const ATTESTATION: readonly DictionaryEntry[] = [...EAT, ...WRAPPER];
