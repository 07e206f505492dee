import { isNode, lineOf, type Node, type Source, walk } from './syntax.ts';

/** Attributes that a person hears or sees. */
const SAID = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'alt',
  'label',
  'placeholder',
  'title',
]);
/** Attributes with several words that nobody reads. */
const UNSAID = new Set(['className', 'd', 'rel', 'style']);
const TWO_WORDS = /^[\p{L}\p{N} .,’'“”?!–…:/+-]*\p{L}{2,}\s+\p{L}{2,}[\p{L}\p{N} .,’'“”?!–…:/+-]*$/u;
const A_WORD = /\p{L}{2,}/u;

/** Texts in a source that a person would read: 'file:line: text'. */
export function writtenHere(source: Source): readonly string[] {
  const found: string[] = [];
  walk(source.program, (node, ancestors) => {
    const text = textOf(node)?.trim();
    if (text === undefined || !isRead(node, text, ancestors)) return;
    found.push(`${source.file}:${lineOf(source, node)}: ${text}`);
  });
  return found;
}

function textOf({ type, value }: Node): string | undefined {
  if (type === 'JSXText' || type === 'Literal') return typeof value === 'string' ? value : undefined;
  if (type !== 'TemplateElement' || typeof value !== 'object' || value === null || !('cooked' in value))
    return undefined;
  return typeof value.cooked === 'string' ? value.cooked : undefined;
}

function isRead(node: Node, text: string, ancestors: readonly Node[]): boolean {
  const attribute = ancestors.findLast(({ type }) => type === 'JSXAttribute');
  const name = isNode(attribute?.name) ? attribute.name.name : undefined;
  if (typeof name === 'string' && UNSAID.has(name)) return false;
  if (ancestors.some(isUnsaid) || ancestors.at(-1)?.type === 'TSLiteralType') return false;
  const drawn = node.type === 'JSXText' || isWhole([...ancestors, node], (of) => of !== undefined && isSaid(of));
  return (drawn ? A_WORD : TWO_WORDS).test(text);
}

/** Imports, and what is assigned to `className`. */
function isUnsaid(node: Node): boolean {
  if (/^(?:Import|ExportAll|ExportNamed)/.test(node.type) && isNode(node.source)) return true;
  const { left } = node;
  return (
    node.type === 'AssignmentExpression' && isNode(left) && isNode(left.property) && left.property.name === 'className'
  );
}

/** Elements, and attributes that are read. */
function isSaid({ type, name }: Node): boolean {
  if (type === 'JSXElement' || type === 'JSXFragment') return true;
  return type === 'JSXAttribute' && isNode(name) && typeof name.name === 'string' && SAID.has(name.name);
}

/** Whether the text itself is what is shown, as in `{late ? 'Late' : 'Early'}`; an argument or an operand is not. */
function isWhole(path: readonly Node[], isShown: (of: Node | undefined) => boolean): boolean {
  const at = path.findLastIndex(({ type }) => /^JSX(?:Element|Fragment|Attribute)$/.test(type));
  const between = path.slice(at + 1, -1);
  return (
    isShown(path[at]) &&
    between.every((node, index) => {
      const child = path[at + 2 + index];
      if (node.type === 'JSXExpressionContainer' || node.type === 'TemplateLiteral') return true;
      return /^(?:Conditional|Logical)Expression$/.test(node.type) && child !== node.test && child !== node.left;
    })
  );
}
