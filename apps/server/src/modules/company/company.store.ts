import type { CompanyIdentity } from '@cordee/core/company';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/** What was written about the company, once. */
export interface CompanyRecord {
  readonly number: number;
  readonly validFrom: LocalDate;
  readonly identity: CompanyIdentity;
  readonly reason: string | null;
  readonly writtenAt: Instant;
  readonly writtenBy: string;
}

interface RecordRow {
  number: number;
  valid_from: LocalDate;
  identity: CompanyIdentity;
  reason: string | null;
  written_at: Instant;
  written_by: string;
}

/** All records of a workspace in the order they were written: a company is renamed or moves a few times in its life. */
export async function selectRecords(tx: Tx, workspaceId: string): Promise<CompanyRecord[]> {
  const rows = await tx.query<RecordRow>(
    `select number, valid_from::text as valid_from, identity, reason, written_at, written_by
       from company_record where workspace_id = $1 order by number`,
    [workspaceId],
  );
  return rows.map((row) => ({
    number: row.number,
    validFrom: row.valid_from,
    identity: row.identity,
    reason: row.reason,
    writtenAt: row.written_at,
    writtenBy: row.written_by,
  }));
}

/** Adds a record; false when its number was taken at the same moment. */
export async function insertRecord(tx: Tx, workspaceId: string, record: CompanyRecord): Promise<boolean> {
  const { number, validFrom, identity, reason, writtenAt, writtenBy } = record;
  const rows = await tx.query<{ number: number }>(
    `insert into company_record (workspace_id, number, valid_from, identity, reason, written_at, written_by)
     values ($1, $2, $3::date, $4, $5, $6, $7) on conflict (workspace_id, number) do nothing returning number`,
    [workspaceId, number, validFrom, JSON.stringify(identity), reason, new Date(writtenAt), writtenBy],
  );
  return rows.length === 1;
}

export interface WorkspacePlace {
  readonly name: string;
  readonly country: string;
  readonly zone: string;
}

/** What the workspace is called, and where its days begin. */
export async function loadPlace(tx: Tx, workspaceId: string): Promise<WorkspacePlace> {
  const [row] = await tx.query<WorkspacePlace>('select name, country, zone from workspace where id = $1', [workspaceId]);
  if (row === undefined) throw new Error(`workspace ${workspaceId} is not there`);
  return row;
}
