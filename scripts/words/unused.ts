import { isNode, type Node, type Source, walk } from './syntax.ts';

/**
 * What the catalogue holds and no source uses: exported names, and members of exported objects at any depth.
 * A member counts as used where its object is used whole or by a computed name.
 */
export function unusedWords(catalogue: readonly Source[], users: readonly Source[]): readonly string[] {
  const used = new Set([...users, ...catalogue].flatMap(usedPaths));
  return catalogue.flatMap((source) =>
    exportedPaths(source)
      .filter((path) => !isUsed(path, used))
      .map((path) => `${source.file}: ${path}`),
  );
}

/** `A.b.c` is used where `A.b.c` or more of it stands, or where `A` or `A.b` is used as a whole. */
function isUsed(path: string, used: ReadonlySet<string>): boolean {
  if (used.has(path) || [...used].some((one) => one.startsWith(`${path}.`))) return true;
  const parts = path.split('.');
  return parts.slice(1).some((_, index) => used.has(parts.slice(0, index + 1).join('.')));
}

function exportedPaths({ program }: Source): readonly string[] {
  const paths: string[] = [];
  const body = Array.isArray(program.body) ? program.body.filter(isNode) : [];
  for (const statement of body) {
    if (statement.type !== 'ExportNamedDeclaration' || !isNode(statement.declaration)) continue;
    const { declaration } = statement;
    if (declaration.type === 'FunctionDeclaration') paths.push(...nameOf(declaration.id));
    if (declaration.type !== 'VariableDeclaration' || !Array.isArray(declaration.declarations)) continue;
    for (const one of declaration.declarations.filter(isNode)) {
      for (const name of nameOf(one.id)) paths.push(...memberPaths(name, one.init));
    }
  }
  return paths;
}

/** The object's name where it is no object literal, else its members' paths. */
function memberPaths(path: string, value: unknown): readonly string[] {
  const literal = withoutType(value);
  if (literal?.type !== 'ObjectExpression' || !Array.isArray(literal.properties)) return [path];
  const members = literal.properties.filter(isNode).flatMap(({ key, value: inner }) => {
    return nameOf(key).flatMap((name) => memberPaths(`${path}.${name}`, inner));
  });
  return members.length > 0 ? members : [path];
}

function withoutType(value: unknown): Node | undefined {
  if (!isNode(value)) return undefined;
  return value.type === 'TSAsExpression' || value.type === 'TSSatisfiesExpression'
    ? withoutType(value.expression)
    : value;
}

/** The longest chains of members that begin with a name, as in `SHELL.hints.paste`, under the name that was exported. */
function usedPaths({ program }: Source): readonly string[] {
  const paths: string[] = [];
  const imported = new Map<string, string>();
  walk(program, (node, ancestors) => {
    if (node.type === 'ImportNamespaceSpecifier') for (const name of nameOf(node.local)) imported.set(name, '');
    if (node.type === 'ImportSpecifier') imported.set(nameOf(node.local).join(), nameOf(node.imported).join());
    if (node.type !== 'Identifier' || isDeclared(node, ancestors)) return;
    const [name] = nameOf(node);
    if (name === undefined) return;
    const path = [imported.get(name) ?? name];
    let inner: Node = node;
    for (const outer of ancestors.toReversed()) {
      if (outer.type !== 'MemberExpression' || outer.object !== inner || outer.computed === true) break;
      path.push(...nameOf(outer.property));
      inner = outer;
    }
    paths.push(path.filter((part) => part !== '').join('.'));
  });
  return paths;
}

/** The name in its own declaration, in an import, or after a dot or before a colon is no use of it. */
function isDeclared(node: Node, ancestors: readonly Node[]): boolean {
  const parent = ancestors.at(-1);
  if (parent === undefined) return false;
  if (/^(?:Import|Export)/.test(parent.type)) return true;
  if (parent.type === 'VariableDeclarator' || parent.type === 'FunctionDeclaration') return parent.id === node;
  if (parent.type === 'MemberExpression') return parent.property === node && parent.computed !== true;
  return parent.type === 'Property' && parent.key === node && parent.shorthand !== true;
}

function nameOf(node: unknown): readonly string[] {
  if (!isNode(node)) return [];
  if (typeof node.name === 'string') return [node.name];
  return node.type === 'Literal' && typeof node.value === 'string' ? [node.value] : [];
}
