// @ts-check
/** The one source of the headers that protect the page: the build's meta element, the server and the tests read it. */

/** Trusted Types policies that Monaco makes. `defaultWorkerFactory` is made twice, hence 'allow-duplicates'. */
const MONACO_POLICIES = [
  'standaloneColorizer',
  'editorViewLayer',
  'richScreenReaderContent',
  'domLineBreaksComputer',
  'defaultWorkerFactory',
  'diffReview',
  'diffEditorWidget',
  'tokenizeToString',
  'editorGhostText',
  'stickyScrollViewLayer',
  'dompurify',
];

/** The page's own Trusted Types policy: it makes the addresses of workers and nothing else. */
export const OWN_POLICY = 'jwt-debugger';

const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  // Monaco inserts style elements; everything else keeps to files
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${OWN_POLICY} ${MONACO_POLICIES.join(' ')} 'allow-duplicates'`,
];

/** The policy of the meta element, where browsers ignore `frame-ancestors`. */
export const META_POLICY = DIRECTIVES.join('; ');

/** The policy of the response header. */
export const HEADER_POLICY = [...DIRECTIVES, "frame-ancestors 'none'"].join('; ');

/**
 * The policy of the service worker, which obeys the one that its own script is sent with: it fetches the files of the page
 * to keep them, and nothing else.
 */
export const SERVICE_WORKER_POLICY = [
  "default-src 'none'",
  "connect-src 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  "frame-ancestors 'none'",
].join('; ');

const OFF = [
  'camera',
  'microphone',
  'geolocation',
  'payment',
  'usb',
  'serial',
  'hid',
  'midi',
  'accelerometer',
  'gyroscope',
  'magnetometer',
  'display-capture',
  'browsing-topics',
];

/** Sent with every answer. */
export const SECURITY_HEADERS = Object.freeze({
  'Content-Security-Policy': HEADER_POLICY,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': [
    ...OFF.map((feature) => `${feature}=()`),
    'clipboard-read=(self)',
    'clipboard-write=(self)',
  ].join(', '),
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
});

/**
 * How long a file may be kept. Names under assets/ carry a hash of their content; all others are asked for again.
 *
 * @param {string} path of the file, relative to the built page, with forward slashes
 * @returns {string} the value of Cache-Control
 */
export function cacheControl(path) {
  return path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/**
 * Every header of one file but those that tell of its bytes.
 *
 * @param {string} path of the file, relative to the built page, with forward slashes
 * @returns {Readonly<Record<string, string>>} values by name
 */
export function headersFor(path) {
  const policy = path === 'sw.js' ? { 'Content-Security-Policy': SERVICE_WORKER_POLICY } : {};
  return { ...SECURITY_HEADERS, ...policy, 'Cache-Control': cacheControl(path) };
}
