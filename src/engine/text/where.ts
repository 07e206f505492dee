/** Where in the pasted text a token stands, in a few words. */

const FARTHEST = 300;

/** What stands around a token says where it stands; undefined where nothing known does. */
export function contextOf(text: string, start: number, end: number): string | undefined {
  const before = percentDecoded(text.slice(Math.max(0, start - FARTHEST), start));
  return headerBefore(before) ?? cookieBefore(before) ?? parameterBefore(before) ?? quotesAround(text, start, end);
}

function percentDecoded(text: string): string {
  return text.replace(/%([0-9a-fA-F]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function headerBefore(before: string): string | undefined {
  if (/\b(?:bearer|dpop)[\s+]+$/i.test(before)) return 'authorization header';
  if (/\bauthorization["']?\s*[:=]\s*["']?$/i.test(before)) return 'authorization header';
  if (/(?:^|[\s"'])dpop["']?:\s*["']?$/i.test(before)) return 'DPoP header';
  const hyphenated = /(?:^|[\n"'])((?:[A-Za-z0-9]+-)+[A-Za-z0-9]+):[ \t][^\n]*$/.exec(before)?.[1];
  if (hyphenated === undefined || /^set-cookie$/i.test(hyphenated)) return undefined;
  return `header ${hyphenated}`;
}

function cookieBefore(before: string): string | undefined {
  const name = /(?:^|[\n"'])\s*(?:set-)?cookie["']?:\s*["']?(?:[^\n]*;\s*)?([^=;\s]+)=$/i.exec(before)?.[1];
  return name === undefined ? undefined : `cookie ${name}`;
}

function parameterBefore(before: string): string | undefined {
  const found = /([#?])(?:[^\s#?"'<>]*&)?([\w.-]+)=$/.exec(before);
  if (found === null) return undefined;
  return `url ${found[1] === '#' ? 'fragment' : 'query'} ${found[2]}`;
}

/** A JSON member's name before a quoted value. */
export function memberBefore(text: string, start: number): string | undefined {
  const before = percentDecoded(text.slice(Math.max(0, start - FARTHEST), start));
  const name = /"([^"\\\n]{1,80})\\?"\s*:\s*\\?"$/.exec(before)?.[1];
  return name === undefined ? undefined : `json /${name}`;
}

function quotesAround(text: string, start: number, end: number): string | undefined {
  const quote = text.charAt(start - 1);
  return quote !== '' && `"'\``.includes(quote) && text.charAt(end) === quote ? 'quoted' : undefined;
}
