/** Security event tokens. */
import { type DictionaryEntry, table } from './entry.ts';

const EVENTS = table('registered', 'RFC 8417', [
  ['events', 'object', 'What happened: each member is the address of a kind of event with its details.', '2.2'],
  ['toe', 'NumericDate', 'When the event happened, which may be long before the token was issued.', '2.2'],
  ['txn', 'string', 'What the event belongs to, so that several tokens about one matter can be joined.', '2.2'],
]);

const SUBJECT = table('registered', 'RFC 9493', [
  ['sub_id', 'object', 'Whom or what the token is about, in a format that says which kind of identifier it is.', '4.1'],
]);

export const SECURITY_EVENTS: readonly DictionaryEntry[] = [...EVENTS, ...SUBJECT];
