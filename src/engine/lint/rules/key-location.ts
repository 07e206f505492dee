/** Keys that a header brings along or points at (RFC 7515 sections 4.1.2 to 4.1.8, RFC 8725 section 3.10). */
import { decodeBase64url } from '../../token/base64url.ts';
import { isJsonArray, isJsonObject, ownMember } from '../../token/json-kind.ts';
import { tokenKeyOf } from '../../verdict/token-key.ts';
import { CARRIES_CERTIFICATE, CARRIES_KEY } from '../kind-groups.ts';
import { type Hit, hitIf, NOTHING, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { addressOf, isIpAddress, isLocalHost } from '../web-address.ts';

export const KEY_LOCATION_RULES: readonly Rule[] = [
  {
    id: 'jku-present',
    severity: 'warning',
    confidence: 'likely',
    refs: ['RFC 7515 section 4.1.2', 'RFC 8725 section 3.10'],
    needs: 'header',
    find: (subject) => pointingAt(subject, 'jku'),
  },
  {
    id: 'x5u-present',
    severity: 'warning',
    confidence: 'likely',
    refs: ['RFC 7515 section 4.1.5', 'RFC 8725 section 3.10'],
    needs: 'header',
    find: (subject) => pointingAt(subject, 'x5u'),
  },
  {
    id: 'jku-off-issuer-host',
    severity: 'warning',
    confidence: 'likely',
    refs: ['RFC 8725 section 3.10'],
    needs: 'header',
    find: offIssuerHost,
  },
  {
    id: 'jwk-embedded',
    severity: 'error',
    confidence: 'likely',
    refs: ['CVE-2018-0114', 'RFC 7515 section 4.1.3'],
    needs: 'header',
    find: (subject) => {
      const byDesign = isProof(subject);
      const hit: Hit = {
        part: 'header',
        pointer: '/jwk',
        values: { byDesign },
        ...(byDesign ? { severity: 'info' } : {}),
      };
      return hitIf(Object.hasOwn(subject.header, 'jwk'), hit);
    },
  },
  {
    id: 'jwk-embedded-private',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 9449 section 4.2', 'RFC 7515 section 4.1.3'],
    needs: 'header',
    find: ({ header }) => {
      const jwk = ownMember(header, 'jwk');
      const member = isJsonObject(jwk) ? PRIVATE_MEMBERS.find((name) => Object.hasOwn(jwk, name)) : undefined;
      return member === undefined ? NOTHING : [{ part: 'header', pointer: `/jwk/${member}`, values: { member } }];
    },
  },
  {
    id: 'x5c-present',
    severity: 'warning',
    confidence: 'likely',
    refs: ['RFC 7515 section 4.1.6'],
    needs: 'header',
    find: ({ header, kind, issuer }) => {
      const isByDesign = CARRIES_CERTIFICATE.has(kind) || issuer.startsWith('Apple');
      const hit: Hit = { part: 'header', pointer: '/x5c', ...(isByDesign ? { severity: 'info' } : {}) };
      return hitIf(Object.hasOwn(header, 'x5c'), hit);
    },
  },
  {
    id: 'x5c-base64url',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7515 section 4.1.6'],
    needs: 'header',
    find: ({ header }) => {
      const x5c = ownMember(header, 'x5c');
      return (isJsonArray(x5c) ? x5c : []).flatMap((entry, index) =>
        hitIf(typeof entry === 'string' && entry !== '' && (/[-_]/.test(entry) || entry.length % 4 !== 0), {
          part: 'header',
          pointer: `/x5c/${index}`,
          values: { entry: index + 1 },
        }),
      );
    },
  },
  {
    id: 'x5t-sha1',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 7515 section 4.1.7', 'RFC 7515 section 4.1.8'],
    needs: 'header',
    find: thumbprints,
  },
];

const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'priv', 'k'];

/** Its key is in its header by design: it proves that the sender holds it. */
export function isProof({ kind, header }: Subject): boolean {
  return CARRIES_KEY.has(kind) || tokenKeyOf(header)?.kind !== undefined;
}

function pointingAt({ header, kind }: Subject, name: 'jku' | 'x5u'): readonly Hit[] {
  const address = ownMember(header, name);
  if (address === undefined) return NOTHING;
  const fault = faultOf(address);
  const values = { name, address: typeof address === 'string' ? address : JSON.stringify(address), fault };
  // a PASSporT names its certificate in this way and no other (RFC 8225 section 4.3)
  const usual = name === 'x5u' && kind === 'PASSporT' ? 'info' : 'warning';
  return [{ part: 'header', pointer: `/${name}`, values, severity: fault === '' ? usual : 'error' }];
}

function faultOf(value: Parameters<typeof addressOf>[0]): string {
  const address = addressOf(value);
  if (address === undefined) return 'not-address';
  if (address.username !== '' || address.password !== '') return 'userinfo';
  if (isLocalHost(address.hostname)) return 'local';
  if (isIpAddress(address.hostname)) return 'ip';
  return address.protocol === 'https:' ? '' : 'scheme';
}

function offIssuerHost({ header, claims, kind }: Subject): readonly Hit[] {
  const issuer = addressOf(ownMember(claims, 'iss'))?.hostname ?? '';
  if (issuer === '' || kind === 'PASSporT') return NOTHING;
  return (['jku', 'x5u'] as const).flatMap((name) => {
    const host = addressOf(ownMember(header, name))?.hostname ?? '';
    return hitIf(host !== '' && host !== issuer, {
      part: 'header',
      pointer: `/${name}`,
      values: { name, host, issuer },
    });
  });
}

const HASHES = [
  ['x5t', 20],
  ['x5t#S256', 32],
] as const;

function thumbprints({ header }: Subject): readonly Hit[] {
  const wrong = HASHES.flatMap(([name, need]): readonly Hit[] => {
    const value = ownMember(header, name);
    const isRight = value === undefined || (typeof value === 'string' && lengthOf(value) === need);
    return hitIf(!isRight, { part: 'header', pointer: `/${name}`, severity: 'error', values: { name, need } });
  });
  const isAlone = Object.hasOwn(header, 'x5t') && !Object.hasOwn(header, 'x5t#S256');
  return wrong.length > 0 ? wrong : hitIf(isAlone, { part: 'header', pointer: '/x5t' });
}

function lengthOf(value: string): number | undefined {
  const decoded = decodeBase64url(value);
  return decoded.strict ? decoded.bytes.length : undefined;
}
