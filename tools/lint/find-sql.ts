import type { Expression, Visitor } from './rule.ts';

const statements = [
  /^\s*select\s[^]*\sfrom\s/,
  /^\s*select\s+(\w+\(|\d)/,
  /^\s*insert\s+into\s/,
  /^\s*update\s+(only\s+)?\w+(\s+as)?(\s+\w+)?\s+set\s/,
  /^\s*delete\s+from\s/,
  /^\s*with\s+(recursive\s+)?\w+(\s*\([\w, ]+\))?\s+as\s/,
  /^\s*(merge\s+into|lock\s+table|set\s+local)\s/,
  /^\s*copy\s+[\w(]/,
  /^\s*(create|alter|drop|truncate)\s+(table|index|role|function|schema|view)\s/,
];

const builders = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto']);

export interface FoundSql {
  readonly node: Expression;
  /** The statement, `$` standing for what is put in; null for one that is built by calls. */
  readonly text: string | null;
  /** The table a builder starts from. */
  readonly table: string | null;
}

/** Whether a text is an SQL statement. Ours are written in small letters, which tells them from sentences. */
export function isSql(text: string): boolean {
  return statements.some((statement) => statement.test(text));
}

/** Calls `found` for each SQL statement of a file: texts, sums of texts, templates, and calls of the query builder. */
export function sqlVisitor(found: (sql: FoundSql) => void): Visitor {
  function look(node: Expression & { readonly parent: { readonly type: string } }): void {
    const text = node.parent.type === 'BinaryExpression' ? null : textOf(node);
    if (text !== null && isSql(text)) found({ node, text, table: null });
  }
  return {
    Literal: look,
    TemplateLiteral: look,
    BinaryExpression: look,
    CallExpression(node) {
      const { callee, arguments: given } = node;
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      if (!builders.has(callee.property.name)) return;
      const [first] = given;
      found({ node, text: null, table: first === undefined || first.type === 'SpreadElement' ? null : textOf(first) });
    },
  };
}

/** The text of a literal, a template or a sum of them, `$` standing for what is put in; null for anything else. */
export function textOf(node: Expression): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type === 'TemplateLiteral') return node.quasis.map((part) => part.value.cooked ?? part.value.raw).join('$');
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return null;
  const left = textOf(node.left);
  const right = textOf(node.right);
  return left === null && right === null ? null : `${left ?? '$'}${right ?? '$'}`;
}
