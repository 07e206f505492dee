/** What a `kid` may look like that is made to reach further than a list of keys. */

const TRAVERSAL = /(?:\.\.[\\/]|^[\\/]|%2e%2e|\/dev\/null|\/proc\/|\/etc\/|[A-Za-z]:\\|file:|\0)/i;
const SQL = /(?:'|"|;|\/\*|\bunion\b\s+\bselect\b|\bor\b\s+1=1)/i;
const COMMAND = /[|&`$;<>]/;
const LDAP_OR_NOSQL = /[()*\\]|\$ne|\$gt/;

/** Places in a file system that no key is named after, whatever else the text may be. */
const NEVER_A_KEY = /\.\.|\/dev\/null|\/proc\/|\/etc\//i;

export type KidShape = 'traversal' | 'sql' | 'command' | 'ldap-or-nosql';

/** What a `kid` looks like; none of it for one that is a thumbprint, a UUID or the like. */
export function shapesOfKid(kid: string): ReadonlySet<KidShape> {
  const shapes = new Set<KidShape>();
  if (isOpaque(kid)) return shapes;
  if (TRAVERSAL.test(kid)) shapes.add('traversal');
  if (SQL.test(kid)) shapes.add('sql');
  if (COMMAND.test(kid)) shapes.add('command');
  if (LDAP_OR_NOSQL.test(kid)) shapes.add('ldap-or-nosql');
  return shapes;
}

/** Aims at a file that is always there and always empty: its content is a known key. */
export function isDevNull(kid: string): boolean {
  return /\/dev\/null/i.test(kid);
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** 16 to 64 bytes */
const BASE64URL = /^[A-Za-z0-9_-]{22,86}$/;
const HASH_BYTES = [16, 20, 32, 48, 64];

function isOpaque(kid: string): boolean {
  if (NEVER_A_KEY.test(kid)) return false;
  return UUID.test(kid) || /^(?:[0-9a-f]{2})+$/i.test(kid) || BASE64URL.test(kid) || isBase64OfHash(kid);
}

function isBase64OfHash(kid: string): boolean {
  const padding = /={0,2}$/.exec(kid)?.[0].length ?? 0;
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(kid) || kid.length % 4 !== 0) return false;
  return HASH_BYTES.includes((kid.length / 4) * 3 - padding);
}
