/** Where a reference of a rule can be read. */

/**
 * The address of the RFC or CVE that a reference such as 'RFC 7515 section 4.1.4' names. Undefined for any other
 * document: their addresses change.
 */
export function addressOfReference(reference: string): string | undefined {
  const rfc = /^RFC (\d+)(?: (section|appendix) ([0-9A-Z][0-9A-Z.]*))?$/.exec(reference);
  if (rfc !== null) return addressOfRfc(rfc[1] ?? '', rfc[2], rfc[3]);
  return /^CVE-\d{4}-\d+$/.test(reference) ? `https://www.cve.org/CVERecord?id=${reference}` : undefined;
}

function addressOfRfc(number: string, kind: string | undefined, place: string | undefined): string {
  const page = `https://www.rfc-editor.org/rfc/rfc${number}`;
  if (kind === undefined || place === undefined) return page;
  return `${page}#${kind}-${place}`;
}
