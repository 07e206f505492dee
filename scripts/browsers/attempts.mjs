// @ts-check
/**
 * What the content policy forbids, and the directive that must refuse it. Each attempt runs in the page and stands alone
 * for that. What throws is refused as well; the report of the violation tells by whom.
 *
 * @typedef {{ what: string, directive: string, attempt: (url: string) => void }} Attempt
 */

/** Nobody's: only the policy may be what keeps a request from it. */
export const OUTSIDE = 'https://outside.example';

/** @type {readonly Attempt[]} */
export const ATTEMPTS = [
  { what: 'fetch', directive: 'connect-src', attempt: (url) => void fetch(url).catch(() => undefined) },
  {
    what: 'XMLHttpRequest',
    directive: 'connect-src',
    attempt: (url) => {
      const request = new XMLHttpRequest();
      request.open('GET', url);
      request.send();
    },
  },
  { what: 'WebSocket', directive: 'connect-src', attempt: (url) => void new WebSocket(url.replace('https', 'wss')) },
  { what: 'EventSource', directive: 'connect-src', attempt: (url) => void new EventSource(url) },
  { what: 'a beacon', directive: 'connect-src', attempt: (url) => void navigator.sendBeacon(url, 'x') },
  {
    what: 'a picture',
    directive: 'img-src',
    attempt: (url) => {
      new Image().src = url;
    },
  },
  {
    what: 'a frame',
    directive: 'frame-src',
    attempt: (url) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src: url }));
    },
  },
  {
    what: 'a style sheet',
    directive: 'style-src-elem',
    attempt: (url) => {
      document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }));
    },
  },
  {
    what: 'a form',
    directive: 'form-action',
    attempt: (url) => {
      const form = Object.assign(document.createElement('form'), { action: url });
      document.body.append(form);
      form.submit();
    },
  },
  {
    what: 'text as markup',
    directive: 'require-trusted-types-for',
    attempt: () => {
      document.createElement('div').innerHTML = '<b>x</b>';
    },
  },
  {
    what: 'a handler in an attribute',
    directive: 'require-trusted-types-for',
    attempt: () => document.body.setAttribute('onclick', 'globalThis.ran = true'),
  },
  {
    what: 'a script from elsewhere',
    directive: 'require-trusted-types-for',
    attempt: (url) => {
      document.createElement('script').src = url;
    },
  },
  {
    what: 'a policy of another name',
    directive: 'trusted-types',
    attempt: () => {
      /** @type {unknown} */
      const types = Reflect.get(globalThis, 'trustedTypes');
      if (typeof types === 'object' && types !== null) Reflect.get(types, 'createPolicy').call(types, 'foreign', {});
    },
  },
];
