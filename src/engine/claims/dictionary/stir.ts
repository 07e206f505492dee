/** Telephony: who calls, how far the network vouches for it, and copies of SIP headers. */
import { type DictionaryEntry, table } from './entry.ts';

const SIP = table('registered', 'RFC 8055', [
  ['sip_from_tag', 'string', 'The tag of the From header of the SIP request.'],
  ['sip_date', 'any', 'The Date header of the SIP request.'],
  ['sip_callid', 'string', 'The Call-ID header of the SIP request.'],
  ['sip_cseq_num', 'string', 'The number in the CSeq header of the SIP request.'],
  ['sip_via_branch', 'string', 'The branch of the first Via header of the SIP request.'],
]);

const PASSPORT = table('registered', 'RFC 8225', [
  ['orig', 'object', 'Who calls: a telephone number or an address.', '5.2.1'],
  ['dest', 'object', 'Who is called: telephone numbers or addresses.', '5.2.1'],
  ['mky', 'object[]', 'Fingerprints of the keys that protect the call’s media.', '5.2.2'],
]);

const SHAKEN = table('registered', 'RFC 8588', [
  ['attest', 'string', 'How far the network vouches for the caller: A fully, B partly, C only where the call came in.'],
  ['origid', 'string', 'An opaque name for where the call came from, so that it can be traced.'],
]);

const EXTENSIONS: readonly DictionaryEntry[] = [
  ...table('registered', 'RFC 8443', [['rph', 'object', 'The priority that the call may claim.', '3']]),
  ...table('registered', 'RFC 9027', [['sph', 'string', 'The priority of an emergency call back to its caller.']]),
  ...table('registered', 'RFC 8946', [
    ['div', 'object', 'Who was called before the call was diverted.'],
    ['opt', 'JWT', 'The token of the call before it was diverted.'],
  ]),
  ...table('registered', 'RFC 9795', [
    ['rcd', 'object', 'What is to be shown about the caller: name, card, picture.'],
    ['rcdi', 'object', 'Hashes of what “rcd” points to, so that it cannot be exchanged.'],
    ['crn', 'string', 'The reason of the call, to be shown to the person who is called.'],
  ]),
  ...table('registered', 'RFC 8688', [['jcard', 'object', 'Contact data of the intermediary that rejected the call.']]),
  ...table('registered', 'RFC 9475', [
    ['msgi', 'string', 'Hash of a message’s body and kind, so that it cannot be changed.'],
  ]),
];

export const STIR: readonly DictionaryEntry[] = [...SIP, ...PASSPORT, ...SHAKEN, ...EXTENSIONS];
