/** Large services that people sign in with, and services that take tokens of their customers. */
import { table } from '../entry.ts';

export const APPLE = table('provider', 'Apple', [
  ['sub', 'string', 'The person, by an identifier that differs from one developer team to the next.'],
  ['email', 'string', 'The person’s address, or one that Apple forwards.'],
  ['email_verified', 'boolean or string', 'Whether the address is verified; Apple writes it as a string at times.'],
  [
    'is_private_email',
    'boolean or string',
    'The address is one that Apple forwards; it is written as a string at times.',
  ],
  ['nonce_supported', 'boolean', 'Whether a nonce can be expected in the token.'],
  ['real_user_status', 'integer', 'Whether a real person is likely: 0 cannot be told, 1 unknown, 2 likely.'],
  ['transfer_sub', 'string', 'The person’s identifier at the team that the app was handed over from.'],
  ['bid', 'string', 'The app, by its bundle id.'],
  ['iss', 'string', 'Apple, or in tokens for Apple the developer’s team or the key’s issuer.'],
  ['aud', 'string', 'The app, or in tokens for Apple the service that is called.'],
  ['bundleId', 'string', 'The app, by its bundle id.'],
  ['environment', 'string', 'Whether the purchase is real (Production) or a test (Sandbox).'],
  ['signedDate', 'number', 'When Apple signed it, in milliseconds.'],
  ['transactionId', 'string', 'The purchase.'],
  ['originalTransactionId', 'string', 'The first purchase of a series.'],
]);

export const SLACK = table('provider', 'Slack', [
  ['https://slack.com/team_id', 'string', 'The workspace.'],
  ['https://slack.com/user_id', 'string', 'The user in the workspace.'],
  ['https://slack.com/team_name', 'string', 'The name of the workspace.'],
  ['https://slack.com/team_domain', 'string', 'The short address of the workspace.'],
  ['https://slack.com/*', 'any', 'About the workspace or the user in it.'],
]);

export const FACEBOOK = table('provider', 'Facebook', [
  ['sub', 'string', 'The person, by an identifier that differs from one app to the next.'],
  ['user_friends', 'string[]', 'Friends of the person who use the app too.'],
  ['user_birthday', 'string', 'The person’s birthday.'],
]);

export const LINE = table('provider', 'LINE', [
  ['aud', 'string', 'The channel that the person signed in to.'],
  ['amr', 'string[]', 'How the person signed in, such as linesso or lineqr.'],
]);

export const LINKEDIN = table('provider', 'LinkedIn', [
  ['sub', 'string', 'The member, by an identifier that differs from one application to the next.'],
  ['locale', 'any', 'The member’s language and country.'],
]);

export const TWITCH = table('provider', 'Twitch', [
  ['preferred_username', 'string', 'The name that is shown.'],
  ['azp', 'string', 'The client that asked for the token.'],
]);

export const ZOOM = table('provider', 'Zoom', [
  ['sdkKey', 'string', 'The application’s key.'],
  ['appKey', 'string', 'The application’s key.'],
  ['app_key', 'string', 'The application’s key.'],
  ['mn', 'string', 'The number of the meeting.'],
  ['tpc', 'string', 'The name of the session.'],
  ['role', 'integer', 'Whether to join as host (1) or as a participant (0).'],
  ['role_type', 'integer', 'Whether to join as host (1) or as a participant (0).'],
  ['tokenExp', 'NumericDate', 'When the session ends for this user.'],
  ['auid', 'string', 'The user who allowed the application.'],
]);

export const JITSI = table('provider', 'Jitsi', [
  ['room', 'string', 'The room that may be entered; * is any.'],
  ['context', 'object', 'Who the user is, and what may be done in the meeting.'],
  ['sub', 'string', 'The domain, or the tenant where the service is hosted.'],
  ['iss', 'string', 'The application that lets its users in.'],
  ['moderator', 'boolean', 'The user leads the meeting.'],
]);

export const HASURA = table('provider', 'Hasura', [
  [
    'https://hasura.io/jwt/claims',
    'object',
    'What the user may do: the roles, the one to begin with, and values for its rules.',
  ],
]);
