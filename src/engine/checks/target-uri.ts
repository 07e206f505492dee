/**
 * An address as it is compared with `htu` (RFC 9449 section 4.3 step 9): without query and fragment, after the
 * normalization of RFC 3986 sections 6.2.2 and 6.2.3.
 */

export interface TargetUri {
  readonly text: string;
  /** it had a query or a fragment, which `htu` must not have (section 4.2) */
  readonly hasMore: boolean;
}

/**
 * Scheme and host in lower case, the scheme's own port and dot segments left out, an empty path as `/`, escapes of
 * letters, digits and `-._~` resolved and the others in upper case. Undefined for anything but an absolute http or https
 * address.
 */
export function targetUri(address: string): TargetUri | undefined {
  // URL mends what is no address by the letter: blanks, backslashes, missing slashes
  if (!/^https?:\/\/[^/\s\\?#][^\s\\]*$/i.test(address) || !URL.canParse(address)) return undefined;
  const { protocol, username, password, host, pathname } = new URL(address);
  const user = username === '' && password === '' ? '' : `${username}:${password}@`;
  const text = `${protocol}//${user}${host}${pathname.replace(/%[0-9a-f]{2}/gi, normalEscape)}`;
  return { text, hasMore: /[?#]/.test(address) };
}

function normalEscape(escaped: string): string {
  const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
  return /[A-Za-z0-9._~-]/.test(character) ? character : escaped.toUpperCase();
}
