/** Microsoft Entra ID, in both versions of its tokens. */
import { type DictionaryEntry, table } from '../entry.ts';

const BOTH = table('provider', 'Microsoft Entra ID', [
  ['oid', 'string', 'The user or the application in the tenant’s directory; the same in every application.'],
  [
    'tid',
    'string',
    'The tenant that the user signed in to; 9188040d-6c67-4c5b-b112-36a304b66dad is for personal accounts.',
  ],
  ['sub', 'string', 'The user, by an identifier that differs from one application to the next.'],
  ['aud', 'string', 'The application that the token is for, by its id or its address.'],
  ['ver', 'string', 'The version of the token: 1.0 or 2.0.'],
  ['scp', 'space-separated string', 'What the application may do on behalf of the user (delegated permissions).'],
  ['roles', 'string[]', 'Roles of the application that the user has, or that the calling application has itself.'],
  ['groups', 'string[]', 'The groups that the user belongs to, by their ids.'],
  ['hasgroups', 'boolean', 'The user is in more groups than fit in; ask Microsoft Graph for them.'],
  ['wids', 'string[]', 'Administrator roles of the tenant that the user has, by the ids of their templates.'],
  ['idp', 'string', 'Where the user’s account is, when it is not in the tenant itself.'],
  ['idtyp', 'string', 'What the token stands for: app, user or device.'],
  ['ipaddr', 'string', 'The network address that the user signed in from.'],
  ['acct', 'integer', 'Whether the user is a member of the tenant (0) or a guest (1).'],
  ['acrs', 'string[]', 'The demands of conditional access that the sign-in has met.'],
  ['login_hint', 'string', 'What to send along at the next sign-in, so that the user need not choose an account.'],
  ['uti', 'base64url', 'A name for this one token, as “jti” elsewhere.'],
  ['rh', 'string', 'For Microsoft’s own use.'],
  ['aio', 'string', 'For Microsoft’s own use.'],
  ['puid', 'string', 'An older identifier of the user, for Microsoft’s own use.'],
  ['upn', 'string', 'The name that the user signs in with; it may change.'],
  ['unique_name', 'string', 'A name of the user to be shown; it is not unique for good.'],
  ['onprem_sid', 'string', 'The user’s identifier in the organization’s own Windows domain.'],
  ['ctry', 'string', 'The user’s country.'],
  ['tenant_ctry', 'string', 'The tenant’s country.'],
  ['tenant_region_scope', 'string', 'The region of the world that the tenant belongs to.'],
  ['verified_primary_email', 'string[]', 'E-mail addresses of the user that are known to be theirs.'],
  ['verified_secondary_email', 'string[]', 'Further e-mail addresses of the user that are known to be theirs.'],
  ['pwd_exp', 'seconds', 'How long the user’s password is still good.'],
  ['pwd_url', 'URI', 'Where the user can change the password.'],
  ['in_corp', 'boolean or string', 'The user signed in from the organization’s own network.'],
  ['fwd', 'string', 'The network address of the client in front of the service.'],
  ['deviceid', 'string', 'The device that the user signed in on.'],
  ['nonce', 'string', 'The application’s own value, which ties the ID token to its request.'],
  ['signin_state', 'string[]', 'How the user signed in, such as from a known device.'],
  ['platf', 'string', 'The kind of device that the user signed in on.'],
  ['xms_cc', 'string[]', 'What the client is able to do, such as cp1: answer claims challenges.'],
  ['xms_ssm', 'string', 'Whether the session is managed by the browser or the device.'],
  ['xms_edov', 'boolean or string', 'Whether the owner of the e-mail address’s domain was verified.'],
  ['xms_tcdt', 'NumericDate', 'When the tenant was created.'],
  ['xms_mirid', 'string', 'The managed identity’s resource in Azure.'],
  ['xms_az_rid', 'string', 'The resource in Azure that the managed identity belongs to.'],
  ['xms_*', 'any', 'For Microsoft’s own use.'],
]);

const ONLY_V1 = table('provider', 'Microsoft Entra ID v1', [
  ['appid', 'string', 'The application that asked for the token.'],
  ['appidacr', 'string', 'How the application proved who it is: 0 not at all, 1 by a secret, 2 by a certificate.'],
  ['acr', 'string', 'Whether the sign-in meets ISO/IEC 29115: 0 says that it does not.'],
  ['app_displayname', 'string', 'The name of the application that asked for the token.'],
  ['altsecid', 'string', 'The user’s identifier where the account is.'],
]);

const ONLY_V2 = table('provider', 'Microsoft Entra ID v2', [
  ['azp', 'string', 'The application that asked for the token.'],
  ['azpacr', 'string', 'How the application proved who it is: 0 not at all, 1 by a secret, 2 by a certificate.'],
  ['preferred_username', 'string', 'The name that the user signs in with; it may change, so grant nothing by it.'],
]);

export const ENTRA_V1: readonly DictionaryEntry[] = [...ONLY_V1, ...BOTH];
export const ENTRA_V2: readonly DictionaryEntry[] = [...ONLY_V2, ...BOTH];

export const ENTRA_HEADER = table('provider', 'Microsoft Entra ID', [
  ['nonce', 'string', 'It is hashed before signing, as for Microsoft Graph: nobody else can verify this signature.'],
]);

export const B2C = table('provider', 'Azure AD B2C', [
  ['tfp', 'string', 'The policy or user flow that the user went through.'],
  ['acr', 'string', 'The policy or user flow that the user went through, in older tokens.'],
  ['emails', 'string[]', 'The user’s e-mail addresses.'],
  ['oid', 'string', 'The user in the directory.'],
  ['idp', 'string', 'Where the user signed in, such as google.com.'],
  ['idp_access_token', 'string', 'The access token of the provider where the user signed in.'],
  ['newUser', 'boolean', 'The user has just signed up.'],
  ['scp', 'space-separated string', 'What the application may do.'],
  ['azp', 'string', 'The application that asked for the token.'],
  ['country', 'string', 'The user’s country.'],
  ['jobTitle', 'string', 'The user’s job title.'],
  ['city', 'string', 'The user’s town.'],
  ['postalCode', 'string', 'The user’s postal code.'],
  ['state', 'string', 'The user’s state or province.'],
  ['streetAddress', 'string', 'The user’s street and number.'],
  ['extension_*', 'any', 'An attribute that the directory’s owner has added.'],
]);

export const AD_FS = table('provider', 'AD FS', [
  ['appid', 'string', 'The client that asked for the token.'],
  ['apptype', 'string', 'Whether the client is public or keeps a secret.'],
  ['authmethod', 'URI', 'How the user signed in.'],
  ['pwd_exp', 'seconds', 'How long the user’s password is still good.'],
  ['pwd_url', 'URI', 'Where the user can change the password.'],
  ['upn', 'string', 'The name that the user signs in with.'],
  ['unique_name', 'string', 'The user’s domain and account name.'],
  ['scp', 'space-separated string', 'What the client may do.'],
]);

export const BOT_FRAMEWORK = table('provider', 'Microsoft Bot Framework', [
  ['aud', 'string', 'The bot, by the id of its application.'],
  ['serviceurl', 'URI', 'Where the bot is to send its answers; it must equal the one in the message.'],
]);
