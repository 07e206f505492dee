/**
 * Whether a text holds characters that are not seen, or that turn the direction of what stands around them: controls,
 * zero-width ones and the marks of U+202A to U+202E and U+2066 to U+2069. Tabs and line breaks are text; a zero-width
 * joiner is part of many an emoji.
 */
export function holdsUnseen(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code < 0x20 || code >= 0x7f) && isUnseen(code)) return true;
  }
  return false;
}

function isUnseen(code: number): boolean {
  if (code < 0xa0) return code !== 0x09 && code !== 0x0a && code !== 0x0d;
  if (code === 0x200b || code === 0x2060 || code === 0xfeff) return true;
  return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}
