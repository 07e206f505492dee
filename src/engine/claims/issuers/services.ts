/** Services that people sign in with, and those that take tokens made by their users. */
import { isAt, isUnder } from '../address.ts';
import { claimIs, claimStarts, type Reason } from '../because.ts';
import { has, hasAll, textOf, textsOf } from '../facts.ts';
import { acmeAccountBinding, acmeRequest, vapidToken } from '../kinds/elsewhere.ts';
import { claimsAre, type IssuerFacts, type IssuerRule, issuerAt, issuerUnder } from './issuer.ts';

const APPLE = 'https://appleid.apple.com';
const APP_STORE = 'appstoreconnect-v1';

/** Tokens that developers make for Apple: a client secret, or a key for App Store Connect and the App Store Server. */
function forApple({ header, claims }: IssuerFacts): Reason | undefined {
  const audiences = textsOf(claims, 'aud');
  if (audiences.includes(APP_STORE)) return claimIs('aud', APP_STORE);
  const isSecret = audiences.includes(APPLE) && /^[A-Z0-9]{10}$/.test(textOf(header, 'kid') ?? '');
  return isSecret ? claimIs('aud', APPLE) : undefined;
}

/** What the App Store Server signs. */
function appStoreServer({ header, claims }: IssuerFacts): Reason | undefined {
  const names = ['bundleId', 'environment', 'signedDate'];
  return has(header, 'x5c') && hasAll(claims, names) ? { code: 'claims', values: { names } } : undefined;
}

/** 'https://auth.pingone.<region>/<environment>/as' */
function pingOne({ address }: IssuerFacts): Reason | undefined {
  const hosts = ['com', 'eu', 'asia', 'ca', 'com.au', 'sg'].map((end) => `auth.pingone.${end}`);
  const host = hosts.find((each) => isAt(address, each));
  return host === undefined ? undefined : { code: 'issuer-host', values: { host } };
}

function salesforce({ address }: IssuerFacts): Reason | undefined {
  const isLogin = isAt(address, 'login.salesforce.com') || isAt(address, 'test.salesforce.com');
  const isThere = address !== undefined && (isLogin || isUnder(address, 'my.salesforce.com'));
  return isThere ? { code: 'issuer-host', values: { host: address.host } } : undefined;
}

/** Zoom's own tokens name the application in a URN. */
function zoom({ iss }: IssuerFacts): Reason | undefined {
  const prefix = 'urn:zoom:connect:';
  return iss?.startsWith(prefix) === true ? claimStarts('iss', prefix) : undefined;
}

/** A client of a certificate authority, and a server that sends push messages: told by the kind, they name no issuer. */
function acme(facts: IssuerFacts): Reason | undefined {
  return (acmeRequest(facts) ?? acmeAccountBinding(facts))?.reason;
}

function webPush(facts: IssuerFacts): Reason | undefined {
  return vapidToken(facts)?.reason;
}

export const SERVICES: readonly IssuerRule[] = [
  issuerAt('Apple', 'appleid.apple.com'),
  { name: 'Apple', told: forApple },
  { name: 'Apple', told: appStoreServer },
  issuerAt('Slack', 'slack.com'),
  claimsAre('Slack', 'https://slack.com/team_id'),
  issuerAt('Facebook', 'www.facebook.com', 'facebook.com'),
  issuerAt('LINE', 'access.line.me'),
  issuerAt('LinkedIn', 'www.linkedin.com'),
  issuerAt('Twitch', 'id.twitch.tv'),
  { name: 'Salesforce', told: salesforce },
  { name: 'PingOne', told: pingOne },
  issuerUnder('OneLogin', 'onelogin.com'),
  issuerUnder('Kinde', 'kinde.com'),
  issuerAt('WorkOS', 'api.workos.com'),
  issuerUnder('WorkOS', 'authkit.app'),
  issuerUnder('Cloudflare Access', 'cloudflareaccess.com'),
  { name: 'Zoom', told: zoom },
  claimsAre('Zoom', 'sdkKey', 'mn'),
  claimsAre('Zoom', 'app_key', 'tpc'),
  { name: 'ACME client', told: acme },
  { name: 'Web Push sender', told: webPush },
];
