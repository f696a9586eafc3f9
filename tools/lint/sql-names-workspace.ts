import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sqlVisitor } from './find-sql.ts';
import { root, type Context, type Expression, type Rule } from './rule.ts';

let tenantTables: ReadonlySet<string> | undefined;

/** Every statement on a table that belongs to workspaces says of which. */
export const sqlNamesWorkspace: Rule = {
  create(context) {
    const tables = (tenantTables ??= readTenantTables());
    return {
      ...sqlVisitor(({ node, text, table }) => {
        const names = text === null ? [table ?? ''] : tablesOf(text);
        const tenant = names.find((name) => tables.has(name.replace(/_\d+$/, '')));
        const isScoped = text === null ? isBuiltWithin(context, node) : text.includes('workspace_id');
        if (tenant === undefined || isScoped) return;
        const message = `${tenant} holds the rows of every company: the statement must name workspace_id.`;
        context.report({ node, message });
      }),
    };
  },
};

function tablesOf(text: string): string[] {
  return [...text.matchAll(/\b(?:from|join|into|update|using|copy)\s+(?:only\s+)?([a-z_0-9]+)/g)].map((match) => match[1] ?? '');
}

/** Built by calls: the statement is given the workspace, or its function writes the column. */
function isBuiltWithin(context: Context, node: Expression): boolean {
  const statement = textAround(context, node, /(Statement|Declaration)$/);
  return /workspace_?id/i.test(statement) || textAround(context, node, /Function/).includes('workspace_id');
}

function textAround(context: Context, node: Expression, kind: RegExp): string {
  let at: unknown = node;
  while (isNode(at) && !kind.test(at.type)) at = at.parent;
  return isNode(at) ? context.sourceCode.getText(at as never) : '';
}

function isNode(value: unknown): value is { readonly type: string; readonly parent: unknown } {
  return typeof value === 'object' && value !== null && 'type' in value && 'parent' in value;
}

/** The tables with a `workspace_id`, read from the row types that are made from the migrated schema. */
function readTenantTables(): ReadonlySet<string> {
  const text = readFileSync(join(root, 'apps/server/src/platform/db/tables.gen.ts'), 'utf8');
  const bodies = [...text.matchAll(/interface (\w+) \{([^}]*)\}/g)];
  const rows = new Set(bodies.filter(([, , body = '']) => body.includes(' workspace_id:')).map(([, row]) => row));
  const all = [...text.matchAll(/^ {2}(\w+): (\w+Table);$/gm)];
  const tables = new Set(all.filter(([, , row]) => rows.has(row)).map(([, table = '']) => table));
  if (tables.size === 0) throw new Error('no table with a workspace_id was found in tables.gen.ts');
  return tables;
}
