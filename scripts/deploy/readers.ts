/** Reads what the hosts' files say, each in its own format as its host does: which headers a path is answered with. */

type Headers = Readonly<Record<string, string>>;
/** Answers the headers of an address' path. Throws where two rules that meet name the same header. */
export type Reader = (file: string) => (path: string) => Headers;

interface HostFile {
  readonly read: Reader;
  /** whether its rules hold under any path, or at the root alone */
  readonly anywhere: boolean;
}

interface Listed {
  readonly key: string;
  readonly value: string;
}

const joined = (lists: readonly (readonly (readonly [string, string])[])[]): Headers => {
  const all = lists.flat();
  const names = all.map(([name]) => name.toLowerCase());
  if (new Set(names).size < names.length) throw new Error(`two rules name the same header: ${names.join(', ')}`);
  return Object.fromEntries(all);
};

const pairs = (listed: readonly Listed[]) => listed.map(({ key, value }) => [key, value] as const);

const readHeadersFile: Reader = (file) => {
  const rules = file
    .replace(/^#.*\n/gm, '')
    .split(/\n(?=\/)/)
    .map((block) => block.trim().split('\n'))
    .map(([path = '', ...lines]) => ({
      path,
      headers: lines.map((line) => {
        const [, name = '', value = ''] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
        return [name, value] as const;
      }),
    }));
  return (path) =>
    joined(
      rules
        .filter((rule) => (rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : rule.path === path))
        .map(({ headers }) => headers),
    );
};

const readVercel: Reader = (file) => {
  const { headers }: { headers: { source: string; headers: Listed[] }[] } = JSON.parse(file);
  return (path) => {
    const matching = headers.filter(({ source }) => new RegExp(`^${source}$`).test(path));
    return joined(matching.map((rule) => pairs(rule.headers)));
  };
};

const readAzure: Reader = (file) => {
  const { globalHeaders, routes }: { globalHeaders: Headers; routes: { route: string; headers: Headers }[] } =
    JSON.parse(file);
  return (path) => {
    const first = routes.find(({ route }) =>
      route.endsWith('*') ? path.startsWith(route.slice(0, -1)) : route === path,
    );
    return { ...globalHeaders, ...first?.headers };
  };
};

const readFirebase: Reader = (file) => {
  const { hosting }: { hosting: { headers: { source: string; headers: Listed[] }[] } } = JSON.parse(file);
  const pattern = (glob: string) =>
    new RegExp(`^${glob.replaceAll('.', '\\.').replace('@(', '(').replace('**', '.*')}$`);
  return (path) =>
    joined(hosting.headers.filter(({ source }) => pattern(source).test(path)).map((rule) => pairs(rule.headers)));
};

const readNginx: Reader = (file) => {
  const maps = [...file.matchAll(/map \$uri (\$\w+) \{\s*default "(.*)";\s*((?:~\S+ ".*";\s*)*)\}/g)];
  const variables = new Map(
    maps.map(([, name = '', other = '', rows = '']) => [
      name,
      (uri: string) =>
        [...rows.matchAll(/~(\S+) "(.*)";/g)].find(([, expression = '']) => new RegExp(expression).test(uri))?.[2] ??
        other,
    ]),
  );
  const added = [...file.matchAll(/add_header ([\w-]+) (?:"(.*)"|(\$\w+)) always;/g)];
  return (path) =>
    joined([
      added.map(([, name = '', value, variable = '']) => [
        name,
        value ?? variables.get(variable)?.(path.replace(/\/$/, '/index.html')) ?? '',
      ]),
    ]);
};

const readApache: Reader = (file) => {
  const set = (text: string): Headers =>
    Object.fromEntries(
      [...text.matchAll(/^\s*Header always set ([\w-]+) "(.*)"$/gm)].map(([, name = '', value = '']) => [name, value]),
    );
  const sections = [...file.matchAll(/<(If|Files) "(.*)">([^<]*)<\/\1>/g)];
  const outside = set(file.replace(/<(If|Files) [\s\S]*?<\/\1>/g, ''));
  return (path) =>
    Object.assign(
      { ...outside },
      ...sections
        .filter(([, type, condition = '']) => {
          const [, expression = ''] = /=~ m#(.*)#/.exec(condition) ?? [];
          return type === 'If' ? new RegExp(expression).test(path) : path.endsWith(`/${condition}`);
        })
        .map(([, , , lines = '']) => set(lines)),
    );
};

const readCaddy: Reader = (file) => {
  const matchers = new Map(
    [...file.matchAll(/^ {2}(@\w+) (not )?path (.*)$/gm)].map(([, name = '', not, list = '']) => {
      const parts = list.split(' ').map((glob) => new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '.*')}$`));
      return [name, (path: string) => parts.some((part) => part.test(path)) !== (not !== undefined)] as const;
    }),
  );
  const blocks = [...file.matchAll(/^ {2}header(?: (@\w+))? \{([^}]*)\}/gm)];
  return (path) =>
    joined(
      blocks
        .filter(([, matcher]) => matcher === undefined || matchers.get(matcher)?.(path))
        .map(([, , lines = '']) =>
          [...lines.matchAll(/^\s*([\w][\w-]*) "(.*)"$/gm)].map(([, name = '', value = '']) => [name, value] as const),
        ),
    );
};

interface CloudFrontPolicy {
  readonly SecurityHeadersConfig: {
    readonly ContentSecurityPolicy: { readonly ContentSecurityPolicy: string };
    readonly FrameOptions: { readonly FrameOption: string };
    readonly ReferrerPolicy: { readonly ReferrerPolicy: string };
    readonly StrictTransportSecurity: { readonly AccessControlMaxAgeSec: number; readonly IncludeSubdomains: boolean };
  };
  readonly CustomHeadersConfig: {
    readonly Quantity: number;
    readonly Items: readonly { readonly Header: string; readonly Value: string }[];
  };
}

/** One policy for each kind of file; the distribution's behaviours say for which paths. */
export const readCloudFront = (file: string): Headers => {
  const { SecurityHeadersConfig: placed, CustomHeadersConfig: custom }: CloudFrontPolicy = JSON.parse(file);
  if (custom.Quantity !== custom.Items.length) throw new Error('Quantity is not the number of items');
  const { AccessControlMaxAgeSec: age, IncludeSubdomains: all } = placed.StrictTransportSecurity;
  return joined([
    custom.Items.map(({ Header, Value }) => [Header, Value] as const),
    [
      ['Content-Security-Policy', placed.ContentSecurityPolicy.ContentSecurityPolicy],
      ['X-Content-Type-Options', 'nosniff'],
      ['X-Frame-Options', placed.FrameOptions.FrameOption],
      ['Referrer-Policy', placed.ReferrerPolicy.ReferrerPolicy],
      ['Strict-Transport-Security', `max-age=${age}${all ? '; includeSubDomains' : ''}`],
    ],
  ]);
};

/** By path below deploy/. */
export const READERS: Readonly<Record<string, HostFile>> = {
  _headers: { read: readHeadersFile, anywhere: false },
  'vercel.json': { read: readVercel, anywhere: false },
  'staticwebapp.config.json': { read: readAzure, anywhere: false },
  'firebase.json': { read: readFirebase, anywhere: false },
  'nginx/jwt-debugger.conf': { read: readNginx, anywhere: true },
  'container/nginx.conf': { read: readNginx, anywhere: true },
  '.htaccess': { read: readApache, anywhere: true },
  'caddy/Caddyfile': { read: readCaddy, anywhere: true },
};
