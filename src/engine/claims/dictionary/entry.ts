/** One entry of the dictionary, and how the tables are written. */

export type ClaimType =
  | 'string'
  | 'string[]'
  | 'string or string[]'
  | 'space-separated string'
  | 'StringOrURI'
  | 'StringOrURI or StringOrURI[]'
  | 'URI'
  | 'URI[]'
  | 'media type'
  | 'NumericDate'
  | 'seconds'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'boolean or string'
  | 'object'
  | 'object[]'
  | 'object or object[]'
  | 'array'
  | 'any'
  | 'base64url'
  | 'base64[]'
  | 'JWK'
  | 'JWK[]'
  | 'JWK Set'
  | 'JWT'
  | 'JWT[]'
  | 'date'
  | 'date and time';

/**
 * `registered`: in IANA's registry, as of the snapshot. `specified`: a specification defines it, and the snapshot does
 * not have it. `provider`: what one provider means by it. `private`: in wide use and defined by nobody (RFC 7519
 * section 4.3).
 */
export type Standing = 'registered' | 'specified' | 'provider' | 'private';

export interface DictionaryEntry {
  /** the claim or header parameter; one that ends in `*` stands for all names that begin so */
  readonly name: string;
  readonly type: ClaimType;
  /** one plain sentence */
  readonly meaning: string;
  /** a specification with its section, or the provider */
  readonly source: string;
  readonly standing: Standing;
}

/** A row of a table; the section goes behind the table's source, which stands alone where it is left out. */
export type Row = readonly [name: string, type: ClaimType, meaning: string, section?: string];

export function table(standing: Standing, source: string, rows: readonly Row[]): readonly DictionaryEntry[] {
  return rows.map(([name, type, meaning, section]) => ({
    name,
    type,
    meaning,
    source: section === undefined ? source : `${source} section ${section}`,
    standing,
  }));
}
