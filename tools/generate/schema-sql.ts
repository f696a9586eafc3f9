import type { Column, Schema, Table } from './introspect.ts';

const HEADER = `-- The whole schema as the migrations leave it, to be read and reviewed. Made by tools/generate.ts: run \`npm run generate\`.
`;

/** A readable account of the schema: what stands where, what is refused, who may do what. */
export function renderSchema(schema: Schema): string {
  const enums = [...schema.enums].map(
    ([name, labels]) => `create type ${name} as enum (${labels.map((label) => `'${label}'`).join(', ')});`,
  );
  const parents = schema.tables.filter((table) => table.partitionOf === null);
  const tables = parents.map((table) => renderTable(table, schema.tables));
  const parts = [...enums, ...schema.sequences, ...tables, ...schema.views, ...schema.functions];
  return `${HEADER}\n${parts.join('\n\n')}\n`;
}

function renderTable(table: Table, all: readonly Table[]): string {
  const width = Math.max(0, ...table.columns.map(({ name }) => name.length));
  const columns = table.columns.map((column) => `  ${column.name.padEnd(width)} ${columnText(column)}`);
  const constraints = table.constraints.map(({ name, definition }) => `  constraint ${name} ${definition}`);
  const key = table.partitionKey === null ? '' : ` partition by ${table.partitionKey}`;
  const lines = [`create table ${table.name} (`, [...columns, ...constraints].join(',\n'), `)${key};`];
  lines.push(...extras(table));
  for (const part of all.filter((candidate) => candidate.partitionOf === table.name)) {
    lines.push(`create table ${part.name} partition of ${table.name} ${part.bound ?? ''};`, ...extras({ ...part, indexes: [] }));
  }
  return lines.join('\n');
}

function extras(table: Table): string[] {
  const columnGrants = table.columns.flatMap(({ name, grants }) => grants.map((grant) => `-- grant on column ${name}: ${grant}`));
  return [
    ...table.indexes.map((index) => `${index};`),
    ...table.triggers.map((trigger) => `${trigger};`),
    ...(table.rowSecurity ? [`alter table ${table.name} enable row level security;`] : []),
    ...table.policies.map((policy) => `-- policy ${policy}`),
    ...table.grants.map((grant) => `-- grant ${grant}`),
    ...columnGrants,
  ];
}

function columnText(column: Column): string {
  const notNull = column.notNull ? ' not null' : '';
  const fallback = column.default === null ? '' : ` default ${column.default}`;
  const generated = column.generated === null ? '' : ` generated ${column.generated}`;
  return `${column.sqlType}${notNull}${fallback}${generated}`;
}
