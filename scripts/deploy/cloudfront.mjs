// @ts-check
import { ASSETS, jsonFile, PAGE, WORKER } from './kinds.mjs';

/** @typedef {import('./kinds.mjs').Headers} Headers */

/** Headers that CloudFront takes only in a place of their own. */
const PLACED = new Set([
  'Content-Security-Policy',
  'Referrer-Policy',
  'Strict-Transport-Security',
  'X-Content-Type-Options',
  'X-Frame-Options',
]);

/**
 * A response headers policy for each kind of file, as `aws cloudfront create-response-headers-policy
 * --response-headers-policy-config file://…` takes it.
 *
 * @returns {Readonly<Record<string, string>>}
 */
export function cloudFrontFiles() {
  return {
    'cloudfront/page.json': policy('jwt-debugger-page', PAGE),
    'cloudfront/assets.json': policy('jwt-debugger-assets', ASSETS),
    'cloudfront/service-worker.json': policy('jwt-debugger-service-worker', WORKER),
  };
}

/**
 * @param {string} name
 * @param {Headers} headers
 */
function policy(name, headers) {
  const custom = Object.entries(headers).filter(([header]) => !PLACED.has(header));
  return jsonFile({
    Name: name,
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: headers['Content-Security-Policy'] },
      ContentTypeOptions: { Override: true },
      FrameOptions: { Override: true, FrameOption: headers['X-Frame-Options'] },
      ReferrerPolicy: { Override: true, ReferrerPolicy: headers['Referrer-Policy'] },
      StrictTransportSecurity: { Override: true, ...transportSecurity(headers['Strict-Transport-Security']) },
    },
    CustomHeadersConfig: {
      Quantity: custom.length,
      Items: custom.map(([Header, Value]) => ({ Header, Value, Override: true })),
    },
  });
}

/** @param {string | undefined} value as RFC 6797 section 6.1 spells it */
function transportSecurity(value = '') {
  return {
    AccessControlMaxAgeSec: Number(/max-age=(\d+)/.exec(value)?.[1] ?? 0),
    IncludeSubdomains: /includeSubDomains/i.test(value),
    Preload: /preload/i.test(value),
  };
}
