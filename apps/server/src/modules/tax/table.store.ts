import type { TaxTableDocument, taxTableStates } from '@cordee/contract/tax-table';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/** A version of the decision table. */
export interface TableRecord {
  /** null: the set that comes with the program. */
  readonly id: string | null;
  readonly version: number;
  readonly state: (typeof taxTableStates)[number];
  readonly name: string;
  readonly document: TaxTableDocument;
  readonly changedAt: Instant | null;
  readonly validFrom: LocalDate | null;
  readonly publishedAt: Instant | null;
}

interface TableRow {
  id: string;
  version: number;
  state: TableRecord['state'];
  name: string;
  document: TaxTableDocument;
  changed_at: Instant;
  valid_from: LocalDate | null;
  published_at: Instant | null;
}

const columns = 'id, version, state, name, document, changed_at, valid_from::text as valid_from, published_at';

/** All versions, newest first. */
export async function selectTables(tx: Tx, workspaceId: string): Promise<TableRecord[]> {
  const rows = await tx.query<TableRow>(
    `select ${columns} from tax_table where workspace_id = $1 order by version desc limit 200`,
    [workspaceId],
  );
  return rows.map(recordOf);
}

export async function findTable(tx: Tx, workspaceId: string, id: string): Promise<TableRecord | null> {
  const [row] = await tx.query<TableRow>(`select ${columns} from tax_table where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
  ]);
  return row === undefined ? null : recordOf(row);
}

/** The version decisions are taken by today, or null while none was published. */
export async function publishedTable(tx: Tx, workspaceId: string, today: LocalDate): Promise<TableRecord | null> {
  const [row] = await tx.query<TableRow>(
    `select ${columns} from tax_table where workspace_id = $1 and state = 'published' and valid_from <= $2::date
      order by valid_from desc, published_at desc limit 1`,
    [workspaceId, today],
  );
  return row === undefined ? null : recordOf(row);
}

/** From now on, in this transaction, nobody else numbers versions. */
export async function lockTables(tx: Tx, workspaceId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`tax tables ${workspaceId}`]);
}

export interface TableChange {
  readonly id: string;
  readonly name: string;
  readonly document: TaxTableDocument;
  readonly at: Instant;
  readonly by: string;
}

/** A draft after the last version; false when there is one already. Call `lockTables` first. */
export async function insertDraft(tx: Tx, workspaceId: string, { id, name, document, at, by }: TableChange): Promise<boolean> {
  const rows = await tx.query<{ id: string }>(
    `insert into tax_table (workspace_id, id, version, state, name, document, changed_at, changed_by)
     select $1, $2, coalesce(max(version), 0) + 1, 'draft', $3, $4, $5, $6 from tax_table where workspace_id = $1
     on conflict (workspace_id) where state = 'draft' do nothing returning id`,
    [workspaceId, id, name, JSON.stringify(document), new Date(at), by],
  );
  return rows.length === 1;
}

/** A version in force from that day on, without having been a draft; its number. Call `lockTables` first. */
export async function insertPublished(
  tx: Tx,
  workspaceId: string,
  { id, name, document, at, by, validFrom }: TableChange & { readonly validFrom: LocalDate },
): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    `insert into tax_table (workspace_id, id, version, state, name, document, changed_at, changed_by, valid_from, published_at, published_by)
     select $1, $2, coalesce(max(version), 0) + 1, 'published', $3, $4, $5, $6, $7::date, $5, $6 from tax_table where workspace_id = $1
     returning version`,
    [workspaceId, id, name, JSON.stringify(document), new Date(at), by, validFrom],
  );
  if (row === undefined) throw new Error('a tax table was lost while it was adopted');
  return row.version;
}

/** False when it is no draft any more. */
export async function updateDraft(tx: Tx, workspaceId: string, { id, name, document, at, by }: TableChange): Promise<boolean> {
  const rows = await tx.query<{ id: string }>(
    `update tax_table set name = $3, document = $4, changed_at = $5, changed_by = $6
      where workspace_id = $1 and id = $2 and state = 'draft' returning id`,
    [workspaceId, id, name, JSON.stringify(document), new Date(at), by],
  );
  return rows.length === 1;
}

/** False when it is no draft any more. */
export async function publishDraft(
  tx: Tx,
  workspaceId: string,
  { id, validFrom, at, by }: { id: string; validFrom: LocalDate; at: Instant; by: string },
): Promise<boolean> {
  const rows = await tx.query<{ id: string }>(
    `update tax_table set state = 'published', valid_from = $3::date, published_at = $4, published_by = $5
      where workspace_id = $1 and id = $2 and state = 'draft' returning id`,
    [workspaceId, id, validFrom, new Date(at), by],
  );
  return rows.length === 1;
}

/** What a table decides by beside itself: the company's country and the zone its days begin in. */
export async function companyPlace(tx: Tx, workspaceId: string): Promise<{ country: string; zone: string }> {
  const [row] = await tx.query<{ country: string; zone: string }>('select country, zone from workspace where id = $1', [
    workspaceId,
  ]);
  if (row === undefined) throw new Error('a workspace was lost');
  return row;
}

function recordOf(row: TableRow): TableRecord {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    name: row.name,
    document: row.document,
    changedAt: row.changed_at,
    validFrom: row.valid_from,
    publishedAt: row.published_at,
  };
}
