/** Web addresses in tokens. They are read and compared, and nothing is ever fetched. */
import type { Json } from '../types.ts';

/** Undefined where the value is no absolute address. */
export function addressOf(value: Json | undefined): URL | undefined {
  if (typeof value !== 'string' || !/^[a-z][a-z0-9+.-]*:/i.test(value)) return undefined;
  return URL.canParse(value) ? new URL(value) : undefined;
}

/** The host of an https address, in lower case. */
export function httpsHost(value: Json | undefined): string | undefined {
  const address = addressOf(value);
  return address?.protocol === 'https:' ? address.hostname : undefined;
}

export function isWebAddress(value: Json | undefined): boolean {
  const protocol = addressOf(value)?.protocol;
  return protocol === 'https:' || protocol === 'http:';
}

/** This machine, or one that only a network of its own reaches (RFC 1918, RFC 3927, RFC 4193, RFC 6761). */
export function isLocalHost(host: string): boolean {
  const name = host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
  if (name === 'localhost' || name.endsWith('.localhost') || name === '0.0.0.0' || name === '::' || name === '::1')
    return true;
  if (/^(?:127|10)\.\d+\.\d+\.\d+$/.test(name) || /^(?:192\.168|169\.254)\.\d+\.\d+$/.test(name)) return true;
  if (/^172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+$/.test(name)) return true;
  if (name.includes(':')) return /^(?:f[cd]|fe[89ab])/.test(name) || name.startsWith('::ffff:');
  return name === 'metadata.google.internal';
}

/** An IP address in place of a name. `URL` writes every form of one as four numbers or in brackets. */
export function isIpAddress(host: string): boolean {
  return /^\d+\.\d+\.\d+\.\d+$/.test(host) || host.startsWith('[');
}
