/** Each audience of `aud`. */
import { addressOf } from '../address.ts';
import { type Meanings, strings } from './part.ts';

const AUDIENCES: Meanings = new Map([
  ['00000003-0000-0000-c000-000000000000', 'Microsoft Graph.'],
  ['00000002-0000-0000-c000-000000000000', 'Azure AD Graph, which Microsoft Graph has replaced.'],
  ['https://graph.microsoft.com', 'Microsoft Graph.'],
  ['https://management.azure.com', 'Azure Resource Manager.'],
  ['https://management.azure.com/', 'Azure Resource Manager.'],
  ['https://vault.azure.net', 'Azure Key Vault.'],
  ['api://AzureADTokenExchange', 'Microsoft Entra ID, which trades the token for one of its own.'],
  ['sts.amazonaws.com', 'The AWS Security Token Service, which trades the token for credentials.'],
  ['account', 'Keycloak’s page where people manage their own account.'],
  ['authenticated', 'Supabase: any signed-in user.'],
  ['appstoreconnect-v1', 'App Store Connect and the App Store Server.'],
  ['https://oauth2.googleapis.com/token', 'Google’s token endpoint.'],
  ['https://appleid.apple.com', 'Apple’s sign-in service.'],
]);

export const explainAudience = strings((audience) => {
  const known = AUDIENCES.get(audience);
  if (known !== undefined) return known;
  const host = addressOf(audience)?.host;
  if (host !== undefined) return `The service at ${host} may accept the token.`;
  return 'A client or service of this name may accept the token.';
});
