import type { Column, Schema, Table } from './introspect.ts';

/** What a type reads as and what may be written; write is the same as read unless said. */
interface Mapping {
  readonly read: string;
  readonly write?: string;
}

const MAPPINGS: Readonly<Record<string, Mapping>> = {
  bool: { read: 'boolean' },
  int2: { read: 'number' },
  int4: { read: 'number' },
  int8: { read: 'bigint' },
  oid: { read: 'number' },
  float4: { read: 'number' },
  float8: { read: 'number' },
  numeric: { read: 'string' },
  text: { read: 'string' },
  varchar: { read: 'string' },
  bpchar: { read: 'string' },
  citext: { read: 'string' },
  name: { read: 'string' },
  uuid: { read: 'string' },
  date: { read: 'string' },
  time: { read: 'string' },
  bytea: { read: 'Buffer' },
  timestamptz: { read: 'number', write: 'Date | string' },
  json: { read: 'unknown', write: 'string' },
  jsonb: { read: 'unknown', write: 'string' },
};

const HEADER = `// Made by tools/generate.ts from the migrated schema. Do not edit: run \`npm run generate\`.
import type { ColumnType, GeneratedAlways } from 'kysely';
`;

/** The row types of all tables, for Kysely. Partitions are written and read through their parent and have none. */
export function renderTables(schema: Schema): string {
  const tables = schema.tables.filter((table) => table.partitionOf === null);
  const interfaces = tables.map((table) => renderTable(table, schema));
  const map = tables.map((table) => `  ${table.name}: ${interfaceName(table)};`).join('\n');
  const body = `${interfaces.join('\n\n')}\n\n/** All tables by name. */\nexport interface Tables {\n${map}\n}\n`;
  const header = body.includes('GeneratedAlways<') ? HEADER : HEADER.replace(', GeneratedAlways', '');
  return `${header}\n${body}`;
}

function interfaceName({ name }: Table): string {
  const words = name.split('_').map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`);
  return `${words.join('')}Table`;
}

function renderTable(table: Table, schema: Schema): string {
  const lines = table.columns.map((column) => `  ${column.name}: ${columnType(table, column, schema)};`);
  return `export interface ${interfaceName(table)} {\n${lines.join('\n')}\n}`;
}

function columnType(table: Table, column: Column, schema: Schema): string {
  const mapping = mappingOf(table, column, schema);
  const read = nullable(listed(mapping.read, column), column);
  const write = nullable(listed(mapping.write ?? mapping.read, column), column);
  if (column.generated === 'always' || column.generated === 'stored') return `GeneratedAlways<${read}>`;
  const hasDefault = column.default !== null || column.generated === 'by default';
  if (hasDefault) return `ColumnType<${read}, ${write} | undefined, ${write}>`;
  return read === write ? read : `ColumnType<${read}, ${write}, ${write}>`;
}

function mappingOf(table: Table, column: Column, schema: Schema): Mapping {
  const labels = (column.isArray ? null : schema.enums.get(column.type)) ?? allowedTexts(table, column);
  if (labels !== null && labels !== undefined) return { read: labels.map((label) => `'${label}'`).join(' | ') };
  const mapping = MAPPINGS[column.type];
  // The driver does not split arrays of types it does not know, so those are refused here too.
  if (mapping === undefined)
    throw new Error(`${table.name}.${column.name}: add the type ${column.type} to tools/generate/tables.ts`);
  return mapping;
}

const TEXT_CHECK = /^CHECK \(\((\w+) = ANY \(ARRAY\[((?:'[^']*'::text(?:, )?)+)\]\)\)\)$/;

/** The texts of `check (column in ('a', 'b'))`. */
function allowedTexts(table: Table, column: Column): string[] | null {
  for (const { definition } of table.constraints) {
    const match = TEXT_CHECK.exec(definition);
    if (match?.[1] !== column.name) continue;
    return [...(match[2] ?? '').matchAll(/'([^']*)'/g)].map((found) => found[1] ?? '');
  }
  return null;
}

function listed(type: string, column: Column): string {
  if (!column.isArray) return type;
  return type.includes(' ') ? `(${type})[]` : `${type}[]`;
}

function nullable(type: string, column: Column): string {
  return column.notNull || type === 'unknown' ? type : `${type} | null`;
}
