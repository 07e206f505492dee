/** What an address brings along: the token, perhaps a key. */
export interface FromAddress {
  /** one token, or several on lines of their own */
  readonly token?: string;
  readonly key?: string;
  /** it stood in the query, so it has been sent to the server */
  readonly fromQuery: boolean;
}

const TOKEN_NAMES = ['token', 'id_token', 'access_token'];

/** A token that is the whole fragment: base64url of `{"`, `{ ` or `{` and a line break. */
const BARE_TOKEN = /^e(?:y|w)[\w-]+\.[\w-]*/;

/**
 * Reads `#token=…`, `#id_token=…`, `#access_token=…`, a bare `#eyJ…`, jwt.io's `#debugger-io?token=…`, each with
 * `&publicKey=…` where there is one, and the same names in the query. undefined where there is nothing of the kind.
 * The caller empties the address at once.
 */
export function tokenFromAddress(hash: string, search: string): FromAddress | undefined {
  const fragment = hash.replace(/^#/, '').replace(/^\/?debugger-io\/?\?/, '');
  const inFragment = readPairs(BARE_TOKEN.test(fragment) ? `token=${fragment}` : fragment);
  const inQuery = readPairs(search.replace(/^\?/, ''));
  const token = inFragment.token ?? inQuery.token;
  const key = inFragment.key ?? inQuery.key;
  if (token === undefined && key === undefined) return undefined;
  return {
    ...(token === undefined ? {} : { token }),
    ...(key === undefined ? {} : { key }),
    fromQuery: inQuery.token !== undefined,
  };
}

function readPairs(text: string): { readonly token: string | undefined; readonly key: string | undefined } {
  const pairs = text.split('&').flatMap((pair) => {
    const equals = pair.indexOf('=');
    return equals < 0 ? [] : [{ name: pair.slice(0, equals), value: decoded(pair.slice(equals + 1)) }];
  });
  const filled = pairs.filter(({ value }) => value !== '');
  const tokens = filled.filter(({ name }) => TOKEN_NAMES.includes(name)).map(({ value }) => value);
  return {
    token: tokens.length === 0 ? undefined : [...new Set(tokens)].join('\n'),
    key: filled.find(({ name }) => name === 'publicKey')?.value,
  };
}

/** Percent-encoding undone; a text that is none stays as it is. `+` is left alone: it is base64, not a blank. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
