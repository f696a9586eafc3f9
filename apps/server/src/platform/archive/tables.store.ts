import { escapeIdentifier, escapeLiteral } from 'pg';
import type { Client } from 'pg';
import { JOBS } from './format.ts';

export interface ArchivedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The rows, as a query: partitioned tables cannot be copied out by name. */
  readonly select: string;
}

export type Scope = { readonly kind: 'all' } | { readonly kind: 'workspace'; readonly id: string; readonly slug: string };

/** Rows of a table without `workspace_id` that belong to one workspace; false: none, true: all. */
type Rule = (member: string, workspace: string) => string | boolean;

const ofMembers: Rule = (members) => `"userId" in (${members})`;
const none: Rule = () => false;

/** Every table that has no `workspace_id` is listed here: a test compares with the schema. */
export const SHARED_TABLES: Readonly<Record<string, Rule>> = {
  workspace: (_members, workspace) => `id = ${workspace}`,
  rollup_cursor: () => true,
  // Kept nowhere: its rows are destroyed so that hashes of addresses can never be undone.
  address_salt: none,
  // Seen again within the hour.
  script_hit: none,
  auth_user: (members) => `id in (${members})`,
  auth_account: ofMembers,
  auth_two_factor: ofMembers,
  auth_passkey: ofMembers,
  auth_session: none,
  auth_verification: none,
  one_time_link: none,
};

/** Left out of every archive. */
const NEVER = new Set(['cordee_migration', 'address_salt']);

const TABLES = `
select c.relname as name,
  (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
order by c.relname`;

const REFERENCES = `
select distinct f.relname as "from", t.relname as "to" from pg_constraint k
join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
where k.contype = 'f' and k.conparentid = 0 and k.conrelid <> k.confrelid and f.relnamespace = 'public'::regnamespace`;

interface TableRow {
  readonly name: string;
  readonly columns: readonly string[];
}

/** The tables of the schema, referenced ones first. */
export async function listTables(client: Client): Promise<TableRow[]> {
  const tables = await client.query<TableRow>(TABLES);
  const references = await client.query<{ from: string; to: string }>(REFERENCES);
  const kept = tables.rows.filter(({ name }) => !NEVER.has(name));
  return inOrder(kept, references.rows);
}

/** What an archive of this scope holds, in an order in which it can be written back. */
export async function archivedTables(client: Client, scope: Scope): Promise<ArchivedTable[]> {
  const archived = (await listTables(client)).map((table) => ({ ...table, select: selectOf(table, scope) }));
  const queue = await client.query<{ known: boolean }>(
    `select to_regclass('graphile_worker._private_jobs') is not null as known`,
  );
  return queue.rows[0]?.known === true ? [...archived, jobsOf(scope)] : archived;
}

function selectOf(table: TableRow, scope: Scope): string {
  const columns = table.columns.map(escapeIdentifier).join(', ');
  return `select ${columns} from public.${escapeIdentifier(table.name)}${filterOf(table, scope)}`;
}

function filterOf({ name, columns }: TableRow, scope: Scope): string {
  if (scope.kind === 'all') return '';
  const workspace = escapeLiteral(scope.id);
  if (columns.includes('workspace_id')) return ` where workspace_id = ${workspace}`;
  const rule = SHARED_TABLES[name];
  if (rule === undefined) throw new Error(`it is not known which rows of ${name} belong to a workspace`);
  const filter = rule(`select user_id from public.membership where workspace_id = ${workspace}`, workspace);
  return typeof filter === 'string' ? ` where ${filter}` : filter ? '' : ' where false';
}

export const JOB_COLUMNS = ['identifier', 'payload', 'queue_name', 'run_at', 'max_attempts', 'job_key', 'priority'] as const;

function jobsOf(scope: Scope): ArchivedTable {
  const filter = scope.kind === 'all' ? '' : ` and j.payload ->> 'workspaceId' = ${escapeLiteral(scope.id)}`;
  return {
    name: JOBS,
    columns: JOB_COLUMNS,
    select: `select t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.key, j.priority
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
      where j.attempts < j.max_attempts${filter}`,
  };
}

function inOrder(tables: readonly TableRow[], references: readonly { from: string; to: string }[]): TableRow[] {
  const ordered: TableRow[] = [];
  const done = new Set<string>();
  let left = [...tables];
  while (left.length > 0) {
    const ready = left.filter(({ name }) => references.every(({ from, to }) => from !== name || done.has(to)));
    if (ready.length === 0) throw new Error(`tables refer to each other in a circle: ${left.map(({ name }) => name).join(', ')}`);
    for (const table of ready) done.add(table.name);
    ordered.push(...ready);
    left = left.filter(({ name }) => !done.has(name));
  }
  return ordered;
}
