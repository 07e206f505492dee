/** Google: accounts, service accounts, the proxy before applications, Firebase. */
import { claimStarts, type Reason } from '../because.ts';
import { objectOf, textOf, textsOf } from '../facts.ts';
import { type IssuerFacts, type IssuerRule, issuerAt, issuerIs } from './issuer.ts';

/** The domain behind the `@` of an account's name, where it is one of Google's service accounts. */
function serviceAccountDomain(iss: string | undefined): string | undefined {
  const domain = iss === undefined ? undefined : /^[^@\s]+@([a-z0-9.-]+)$/i.exec(iss)?.[1]?.toLowerCase();
  return domain?.endsWith('.gserviceaccount.com') === true ? domain : undefined;
}

function customToken({ iss, claims }: IssuerFacts): Reason | undefined {
  const isFor = textsOf(claims, 'aud').some((each) => /\.identitytoolkit\.v[0-9]+\.IdentityToolkit$/.test(each));
  const domain = serviceAccountDomain(iss);
  return isFor && domain !== undefined ? { code: 'issuer-account', values: { found: domain } } : undefined;
}

function serviceAccount({ iss }: IssuerFacts): Reason | undefined {
  const found = serviceAccountDomain(iss);
  return found === undefined ? undefined : { code: 'issuer-account', values: { found } };
}

function proxy({ address, iss }: IssuerFacts): Reason | undefined {
  const isProxy = address?.scheme === 'https' && address.host === 'cloud.google.com' && address.segments[0] === 'iap';
  return isProxy && iss !== undefined ? claimStarts('iss', 'https://cloud.google.com/iap') : undefined;
}

/** A Firebase token behind another issuer, as emulators make it. */
function firebaseClaims({ claims }: IssuerFacts): Reason | undefined {
  const signIn = objectOf(claims, 'firebase');
  const isFirebase = signIn !== undefined && textOf(signIn, 'sign_in_provider') !== undefined;
  return isFirebase && textOf(claims, 'user_id') !== undefined
    ? { code: 'claims', values: { names: ['firebase', 'user_id'] } }
    : undefined;
}

export const GOOGLE: readonly IssuerRule[] = [
  issuerAt('Firebase', 'securetoken.google.com', 'session.firebase.google.com'),
  { name: 'Firebase', told: customToken },
  issuerAt('Google', 'accounts.google.com'),
  // Google's own libraries accept both forms; the one without a scheme is the older.
  issuerIs('Google', 'accounts.google.com'),
  { name: 'Google Identity-Aware Proxy', told: proxy },
  { name: 'Google service account', told: serviceAccount },
  { name: 'Firebase', told: firebaseClaims },
];
