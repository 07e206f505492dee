/** An issuer's address in parts. Hosts are compared label by label, never as a piece of a text. */

export interface Address {
  readonly scheme: 'https' | 'http';
  /** in lower case; `xn--` where it was not ASCII */
  readonly host: string;
  readonly labels: readonly string[];
  /** path without empty segments: '/realms/a/' has two */
  readonly segments: readonly string[];
  /** nothing but scheme, host, port and perhaps one slash */
  readonly isOrigin: boolean;
}

/** Undefined for what is no absolute http or https address, or holds a user name, blanks or a backslash. Never throws. */
export function addressOf(text: string | undefined): Address | undefined {
  const scheme = text === undefined ? undefined : /^(https?):\/\/[^\s\\]+$/i.exec(text)?.[1]?.toLowerCase();
  if (text === undefined || (scheme !== 'https' && scheme !== 'http')) return undefined;
  const url = parsed(text);
  if (url === undefined || url.username !== '' || url.password !== '') return undefined;
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  const isOrigin = segments.length === 0 && url.search === '' && url.hash === '';
  return { scheme, host: url.hostname, labels: url.hostname.split('.'), segments, isOrigin };
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** https, and exactly this host. */
export function isAt(address: Address | undefined, host: string): boolean {
  return address?.scheme === 'https' && address.host === host;
}

/** https, and a host with at least one label before this domain. */
export function isUnder(address: Address | undefined, domain: string): boolean {
  if (address?.scheme !== 'https') return false;
  const tail = domain.split('.');
  const start = address.labels.length - tail.length;
  return start > 0 && tail.every((label, i) => address.labels[start + i] === label);
}
