/** The events of a security event token, by the addresses of their kinds. */
import { type Meanings, members } from './part.ts';

const RISC = 'https://schemas.openid.net/secevent/risc/event-type';
const CAEP = 'https://schemas.openid.net/secevent/caep/event-type';
const SSF = 'https://schemas.openid.net/secevent/ssf/event-type';
const SCIM = 'urn:ietf:params:scim:event';

const EVENTS: Meanings = new Map([
  ['http://schemas.openid.net/event/backchannel-logout', 'The person has logged out: end their sessions.'],
  [`${RISC}/account-credential-change-required`, 'The person had to change a password or other credential.'],
  [`${RISC}/account-purged`, 'The account was deleted for good.'],
  [`${RISC}/account-disabled`, 'The account was disabled.'],
  [`${RISC}/account-enabled`, 'The account was enabled again.'],
  [`${RISC}/identifier-changed`, 'The e-mail address or telephone number was changed.'],
  [`${RISC}/identifier-recycled`, 'The e-mail address or telephone number now belongs to somebody else.'],
  [`${RISC}/credential-compromise`, 'A password or other credential has fallen into wrong hands.'],
  [`${RISC}/opt-in`, 'The person takes part in the exchange of such events.'],
  [`${RISC}/opt-out-initiated`, 'The person will soon take part no longer.'],
  [`${RISC}/opt-out-cancelled`, 'The person goes on taking part after all.'],
  [`${RISC}/opt-out-effective`, 'The person takes part no longer.'],
  [`${RISC}/recovery-activated`, 'The person has begun to recover the account.'],
  [`${RISC}/recovery-information-changed`, 'The data for recovering the account was changed.'],
  [`${RISC}/sessions-revoked`, 'All sessions of the account were ended.'],
  [`${CAEP}/session-revoked`, 'The session was ended.'],
  [`${CAEP}/token-claims-change`, 'Claims of a token have changed since it was issued.'],
  [`${CAEP}/credential-change`, 'A credential was added, changed or removed.'],
  [`${CAEP}/assurance-level-change`, 'The sign-in counts as stronger or weaker than before.'],
  [`${CAEP}/device-compliance-change`, 'The device now keeps to the rules, or no longer does.'],
  [`${CAEP}/session-established`, 'A session was begun.'],
  [`${CAEP}/session-presented`, 'A session was used.'],
  [`${CAEP}/risk-level-change`, 'The risk of the account, device or session counts as higher or lower.'],
  [`${SSF}/verification`, 'A test of the stream: nothing has happened.'],
  [`${SSF}/stream-updated`, 'The stream of events was paused, resumed or shut off.'],
  [`${SCIM}:prov:create:full`, 'An account was created; its data is here.'],
  [`${SCIM}:prov:create:notice`, 'An account was created.'],
  [`${SCIM}:prov:patch:full`, 'An account was changed; the changes are here.'],
  [`${SCIM}:prov:patch:notice`, 'An account was changed.'],
  [`${SCIM}:prov:put:full`, 'An account was replaced; its data is here.'],
  [`${SCIM}:prov:put:notice`, 'An account was replaced.'],
  [`${SCIM}:prov:delete`, 'An account was deleted.'],
  [`${SCIM}:prov:activate`, 'An account was activated.'],
  [`${SCIM}:prov:deactivate`, 'An account was deactivated.'],
  [`${SCIM}:feed:add`, 'An account was added to the stream of events.'],
  [`${SCIM}:feed:remove`, 'An account was taken out of the stream of events.'],
]);

export const explainEvents = members(EVENTS);
